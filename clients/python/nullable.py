"""Copies an OpenAPI document so that openapi-python-client sees which references may be null: it overlooks null beside a type.

A reference that may be null is written as `allOf` with one reference, `nullable: true` and, as OpenAPI 3.0 demands, its type. Nothing
else is changed.
"""

import sys
from typing import Any

from ruamel.yaml import YAML


def walk(node: Any) -> None:
    if isinstance(node, dict):
        if node.get("nullable") is True and "allOf" in node:
            node.pop("type", None)
        for value in node.values():
            walk(value)
    elif isinstance(node, list):
        for value in node:
            walk(value)


source, target = sys.argv[1:]
yaml = YAML()
with open(source, encoding="utf-8") as read:
    document = yaml.load(read)
walk(document)
with open(target, "w", encoding="utf-8") as write:
    yaml.dump(document, write)
