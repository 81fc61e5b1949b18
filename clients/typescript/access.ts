import type { Middleware } from "openapi-fetch";

/** Brings a token by OAuth 2 client credentials with every request; asks for another one before it ends. */
export function access(tokenUrl: string, clientId: string, clientSecret: string): Middleware {
  let token = "";
  let until = 0;
  return {
    async onRequest({ request }) {
      if (Date.now() > until) {
        const answer = await fetch(tokenUrl, {
          method: "POST",
          body: new URLSearchParams({ grant_type: "client_credentials", client_id: clientId, client_secret: clientSecret }),
        });
        if (!answer.ok) {
          throw new Error(`${tokenUrl} answered ${answer.status}`);
        }
        const told: { access_token: string; expires_in: number } = await answer.json();
        token = told.access_token;
        until = Date.now() + (told.expires_in - 30) * 1000;
      }
      request.headers.set("Authorization", `Bearer ${token}`);
      return request;
    },
  };
}
