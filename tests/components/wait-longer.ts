import { configure } from '@testing-library/preact';

// On a busy machine what a component shows may come late.
configure({ asyncUtilTimeout: 20_000 });
