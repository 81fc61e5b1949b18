"""What a program that works with Isthmus does all day; it ends with an error where an answer is another than it should be."""

import sys
import time
import uuid
from collections.abc import Callable, Generator
from urllib.parse import parse_qs, urlsplit

import httpx
from isthmus_client import AuthenticatedClient
from isthmus_client.api.organisations import create_organisation, get_organisation, patch_organisation
from isthmus_client.api.projects import list_projects
from isthmus_client.models import (
    Organisation,
    OrganisationDraft,
    OrganisationPatch,
    OrganisationType,
    Problem,
    Project,
    Text,
)
from isthmus_client.types import UNSET, Response, Unset


class Access(httpx.Auth):
    """Brings a token by OAuth 2 client credentials with every request; asks for another one before it ends."""

    def __init__(self, token_url: str, client_id: str, client_secret: str) -> None:
        self.token_url = token_url
        self.form = {"grant_type": "client_credentials", "client_id": client_id, "client_secret": client_secret}
        self.token = ""
        self.until = 0.0

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        if time.monotonic() > self.until:
            told = httpx.post(self.token_url, data=self.form).raise_for_status().json()
            self.token = told["access_token"]
            self.until = time.monotonic() + told["expires_in"] - 30
        request.headers["Authorization"] = f"Bearer {self.token}"
        yield request


class Refused(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(f"{problem.status} {problem.code}: {problem.detail}")
        self.problem = problem


class Day:
    def __init__(self, client: AuthenticatedClient) -> None:
        self.client = client
        self.reference = f"DAY-{uuid.uuid4()}"

    def every_project(self) -> list[Project]:
        found: list[Project] = []
        cursor: str | Unset = UNSET
        while True:
            page = list_projects.sync(client=self.client, limit=20, cursor=cursor)
            if page is None or isinstance(page, Problem):
                raise AssertionError(page)
            found += page.items
            if isinstance(page.next_, Unset):
                return found
            cursor = parse_qs(urlsplit(page.next_).query)["cursor"][0]

    def draft(self, name: str) -> OrganisationDraft:
        return OrganisationDraft(reference=self.reference, names=Text.from_dict({"en": name}))

    def enter(self, draft: OrganisationDraft, key: str) -> Organisation:
        return answered(create_organisation.sync_detailed(client=self.client, body=draft, idempotency_key=key))

    def enter_twice(self) -> Organisation:
        draft = self.draft("A day's organisation")
        draft.country = "BE"
        draft.type_ = OrganisationType.NGO
        first = self.enter(draft, self.reference)
        if self.enter(draft, self.reference) != first:
            raise AssertionError("one key, two organisations")
        return first

    def tag(self, organisation: uuid.UUID) -> str:
        return get_organisation.sync_detailed(organisation, client=self.client).headers["ETag"]

    def patch(self, organisation: uuid.UUID, seen: str, patch: OrganisationPatch) -> Organisation:
        return answered(
            patch_organisation.sync_detailed(organisation, client=self.client, if_match=seen, body=patch)
        )

    def live(self) -> None:
        print(f"listed {len(self.every_project())} projects")
        entered = self.enter_twice()
        print(f"entered {entered.names['en']} once")
        seen = self.tag(entered.id)
        renamed = OrganisationPatch(names=Text.from_dict({"en": "A changed organisation"}))
        changed = self.patch(entered.id, seen, renamed)
        print(f"changed it to {changed.names['en']} of {changed.country}")
        # None removes, what is left out stays.
        without = self.patch(entered.id, self.tag(entered.id), OrganisationPatch(country=None))
        print(f"its country is {'removed' if isinstance(without.country, Unset) else without.country}")
        self.meet_refusals(entered.id, seen, renamed)

    def meet_refusals(self, organisation: uuid.UUID, seen: str, renamed: OrganisationPatch) -> None:
        abroad = self.draft("A country that is none")
        abroad.country = "XX"
        print("invalid:", self.refused(400, lambda: self.enter(abroad, str(uuid.uuid4()))))
        print("taken:", self.refused(409, lambda: self.enter(self.draft("Another"), str(uuid.uuid4()))))
        print("stale:", self.refused(412, lambda: self.patch(organisation, seen, renamed)))
        print("reused:", self.refused(422, lambda: self.enter(self.draft("Another body"), self.reference)))

    def refused(self, status: int, request: Callable[[], Organisation]) -> str:
        """The code of the problem that this ends in."""
        try:
            answer = request()
        except Refused as refusal:
            problem = refusal.problem
            if problem.status == status:
                return problem.errors[0].code if problem.errors else problem.code
            raise
        raise AssertionError(f"{status} was expected, not {answer}")


def answered(response: Response[Organisation | Problem]) -> Organisation:
    if isinstance(response.parsed, Organisation):
        return response.parsed
    if isinstance(response.parsed, Problem):
        raise Refused(response.parsed)
    raise AssertionError(response.status_code)


if __name__ == "__main__":
    defaults = ["http://127.0.0.1:8080", "http://127.0.0.1:8084/isthmus/token", "programme-officer", "any"]
    gateway, token_url, name, secret = sys.argv[1:] + defaults[len(sys.argv) - 1 :]
    access = Access(token_url, name, secret)
    with AuthenticatedClient(base_url=gateway, token="", httpx_args={"auth": access}) as isthmus:
        Day(isthmus).live()
