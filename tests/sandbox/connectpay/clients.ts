/** An application registered at the ConnectPay sandbox. */
export interface ConnectpayClient {
  readonly id: string;
  readonly secret: string;
  /** ConnectPay compares the hostname of redirect_url only, never the path or the port. */
  readonly hostnames: readonly string[];
}

/** The client id is the one of ConnectPay's own sample request. */
export const CONNECTPAY_CLIENT: ConnectpayClient = {
  id: '7d3069b2-0155-45c1-9600-7db93c3e5087',
  secret: 'connectpay-sandbox-secret',
  hostnames: ['127.0.0.1', 'localhost'],
};

/** Finds a registered client. */
export function findClient(id: string): ConnectpayClient | undefined {
  return id === CONNECTPAY_CLIENT.id ? CONNECTPAY_CLIENT : undefined;
}
