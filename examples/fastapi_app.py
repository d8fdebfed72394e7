"""A web service that takes and gives stories: FastAPI reads, checks, writes and documents them by their classes.

Run it with a server, as `uvicorn fastapi_app:app`; as a script, it asks itself a few questions.
It needs `pip install fastapi httpx2`.
"""

from __future__ import annotations

from typing import Annotated

import pydantic
from fastapi import Body, FastAPI, HTTPException

import venezuela_news as vn

app = FastAPI(title="Who said what")
stories: dict[str, vn.Story] = {"venezuela-2019-01-23": vn.story()}


class Answer(pydantic.BaseModel):
    """Where somebody stands: records are fields like any other."""

    holder: str
    position: vn.Position | None
    stances: list[vn.Stance]
    on: vn.PartialDate


@app.post("/stories", status_code=201)
def add(story: Annotated[vn.Story, Body()]) -> vn.Story:
    """Take a story. FastAPI needs to be told that it stands in the body."""
    stories[story.id] = story
    return story


@app.get("/stories/{name}")
def give(name: str) -> vn.Story:
    """Give a story."""
    if name not in stories:
        raise HTTPException(404, f"no story is called {name!r}")
    return stories[name]


@app.get("/stories/{name}/people")
def people(name: str) -> list[vn.Person]:
    """Give a story's people."""
    return list(give(name).people)


@app.get("/stories/{name}/positions/{holder}/{claim}")
def position(name: str, holder: str, claim: str, on: vn.PartialDate | None = None) -> Answer:
    """Tell where somebody stands on a claim; a date can be in the query."""
    story = give(name)
    try:
        found = story.explain_position(holder, claim, on)
    except vn.UnknownRecord as error:
        raise HTTPException(404, str(error)) from error
    return Answer(holder=holder, position=found.position, stances=list(found.stances), on=on or story.as_of)


def main() -> None:
    """Ask the service, as its clients do."""
    from fastapi.testclient import TestClient

    client = TestClient(app)

    given = client.get("/stories/venezuela-2019-01-23")
    print(given.status_code, "as vn.dumps writes it:", given.text + "\n" == vn.dumps(vn.story()))

    answer = client.get("/stories/venezuela-2019-01-23/positions/MX/guaido-is-interim-president?on=2019-01-23")
    print(answer.status_code, {key: value for key, value in answer.json().items() if key != "stances"})

    ferry = {"schema_version": 1, "id": "ferry", "title": "The ferry", "summary": "It comes.", "language": "en"}
    added = client.post("/stories", json=ferry | {"as_of": "2020-03-01", "people": [{"id": "ann", "name": "Ann"}]})
    print(added.status_code, added.json()["people"])

    refused = client.post("/stories", json=ferry | {"as_of": "2020-02-30", "people": [{"id": "ann", "naem": "Ann"}]})
    print(refused.status_code)
    for error in refused.json()["detail"]:
        print(" ", error["loc"], error["type"], "-", error["ctx"]["hint"])

    described = client.get("/openapi.json").json()["components"]["schemas"]
    print("described:", ", ".join(name for name in ("Answer", "Person", "Stance", "Story") if name in described))


if __name__ == "__main__":
    main()
