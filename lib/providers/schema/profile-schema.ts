import * as v from 'valibot';
import { PROFILE_FILE_VERSION, PROFILE_LIMITS } from '../profile-limits.ts';
import { ParameterSchema } from './parameter-schema.ts';
import { ErrorsSchema, StepSchema } from './step-schema.ts';
import { HostPattern, Id, Name, Names, Notes, Seconds, Text, TextByName } from './values-schema.ts';

const EnvironmentSchema = v.strictObject({
  id: Id,
  name: Name,
  authorizationEndpoint: Text,
  issuer: v.exactOptional(Text),
  bases: v.exactOptional(TextByName),
  spellings: v.exactOptional(TextByName),
  hosts: v.pipe(v.array(HostPattern), v.maxLength(PROFILE_LIMITS.list)),
  registeredHosts: v.exactOptional(Names),
  keyRegistration: v.exactOptional(Text),
  defaults: TextByName,
});

const RequestObjectSchema = v.strictObject({
  parameter: Name,
  algorithms: v.tupleWithRest([Name], Name),
  header: TextByName,
  made: v.pipe(v.array(v.picklist(['iss', 'aud', 'iat', 'nbf', 'exp', 'jti'])), v.maxLength(6)),
  use: v.picklist(['always', 'optional']),
  source: Text,
});

const StandardNameSchema = v.picklist([
  'response_type',
  'response_mode',
  'client_id',
  'redirect_uri',
  'scope',
  'state',
  'nonce',
  'code_challenge',
  'code_challenge_method',
  'request',
  'request_uri',
  'flowid',
  'code',
  'error',
  'error_description',
  'error_uri',
  'id_token',
  'access_token',
  'token_type',
  'expires_in',
  'iss',
  'response',
  'session_state',
]);

const NameSets = v.pipe(v.array(Names), v.maxLength(PROFILE_LIMITS.list));

const RecogniserSchema = v.strictObject({
  hosts: Names,
  parameters: NameSets,
  onlyParameters: v.exactOptional(NameSets),
  scopes: v.exactOptional(Names),
});

/** A provider's profile; the shape of `Profile` with bounds. */
export const ProfileSchema = v.strictObject({
  id: Id,
  family: v.exactOptional(Id),
  name: Name,
  summary: Text,
  environments: v.pipe(
    v.tupleWithRest([EnvironmentSchema], EnvironmentSchema),
    v.maxLength(PROFILE_LIMITS.environments),
  ),
  parameters: v.pipe(v.array(ParameterSchema), v.maxLength(PROFILE_LIMITS.parameters)),
  requestObject: v.exactOptional(RequestObjectSchema),
  aliases: v.pipe(v.record(Name, StandardNameSchema), v.maxEntries(PROFILE_LIMITS.members)),
  callback: v.strictObject({ success: Names, failure: Names, codeLifetime: v.exactOptional(Seconds) }),
  gates: v.exactOptional(
    v.pipe(
      v.array(v.picklist(['base', 'oidc', 'jar', 'par', 'fapi1', 'fapi2', 'obuk', 'provider'])),
      v.maxLength(20),
    ),
  ),
  errors: ErrorsSchema,
  recognise: RecogniserSchema,
  notes: Notes,
  steps: v.exactOptional(v.pipe(v.array(StepSchema), v.maxLength(PROFILE_LIMITS.steps))),
});

/** A file of profiles, as it is exported, imported and shipped by an organisation. */
export const ProfileFileSchema = v.strictObject({
  $schema: v.exactOptional(Text),
  version: v.literal(PROFILE_FILE_VERSION),
  profiles: v.pipe(v.array(ProfileSchema), v.minLength(1), v.maxLength(PROFILE_LIMITS.profiles)),
});
