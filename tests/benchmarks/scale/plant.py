"""What does a monolith of so many lines look like?  Django apps by the hundred, each of which knows a few others.

An app has models, a manager, services, views, serializers, forms, tasks, signals, admin, URLs and SQL of its own. About
four in five of its lines are code that touches no table, and beside it lie as many lines of tests and migrations, as
beside real ones (of 17 open source applications with 2.7 million lines, 52 % are neither). What an app uses of others
stays the same however many there are: mostly neighbours, and a core that everybody uses. The same size and seed always
give the same files.
"""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, NamedTuple

from tests.benchmarks.scale import words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

APPS_AN_AREA = 12
DEPTH = 4
"""Services call services one level below theirs, so that a transaction reaches a bounded part of the code."""
MODELS = range(3, 7)
SERVICES = 14
TESTS = 20
RULES = 290
"""Functions of an app that only compute."""


class App(NamedTuple):
    """One app: its dotted package, its models, and its services by level."""

    package: str
    label: str
    models: tuple[str, ...]
    services: tuple[tuple[str, ...], ...]


def plant(folder: Path, lines: int, seed: int = 0) -> int:
    """Write a monolith of at least so many lines into `folder`; returns how many there are."""
    written = 0
    for path, text in _files(lines, seed):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        written += text.count("\n")
    return written


def _files(lines: int, seed: int) -> Iterator[tuple[str, str]]:
    yield from words.CORE.items()
    apps: list[App] = []
    written = 0
    while written < lines:
        random = Random(f"{seed} {len(apps)}")  # noqa: S311 - code, not secrets
        app = _app(random, len(apps))
        for name, text in _written(random, app, _known(random, apps)).items():
            written += text.count("\n")
            yield f"{app.package.replace('.', '/')}/{name}.py", text
        apps.append(app)
    areas = dict.fromkeys(app.package.rpartition(".")[0] for app in apps)
    for area in ("shop", *areas):
        yield f"{area.replace('.', '/')}/__init__.py", ""
    installed = "".join(f"    {app.package!r},\n" for app in apps)
    yield "shop/settings.py", f"ROOT_URLCONF = 'shop.urls'\nINSTALLED_APPS = [\n    'shop.core',\n{installed}]\n"
    routes = "".join(f"    path('{app.label}/', include('{app.package}.urls')),\n" for app in apps)
    yield "shop/urls.py", f"from django.urls import include, path\n\nurlpatterns = [\n{routes}]\n"


def _app(random: Random, number: int) -> App:
    label = f"{random.choice(words.NOUNS)}{number}".lower()
    models = tuple(
        dict.fromkeys(random.choice(words.KINDS) + random.choice(words.NOUNS) for _ in range(random.choice(MODELS)))
    )
    services = tuple(
        tuple(
            dict.fromkeys(
                f"{random.choice(words.VERBS)}_{random.choice(words.NOUNS)}_{random.choice(words.PARTS)}".lower()
                for _ in range(SERVICES // DEPTH)
            )
        )
        for _ in range(DEPTH)
    )
    return App(f"shop.area{number // APPS_AN_AREA:03}.{label}", label, models, services)


def _known(random: Random, apps: list[App]) -> list[App]:
    """Whom a new app knows: some of its neighbours, and now and then somebody far away."""
    near = apps[-APPS_AN_AREA:]
    known = random.sample(near, min(len(near), 3))
    if apps:
        known.append(random.choice(apps))
    return known


def _written(random: Random, app: App, known: list[App]) -> dict[str, str]:
    """The modules of an app."""
    return {
        "__init__": "",
        "apps": words.filled(words.APP_CONFIG, app=app.package, label=app.label),
        "models": _models(random, app, known),
        "services": _services(random, app, known),
        "rules": _rules(random),
        "views": "".join(words.filled(words.VIEW, app=app.package, model=model) for model in app.models),
        "forms": "".join(words.filled(words.FORM, app=app.package, model=model) for model in app.models),
        "api": "".join(words.filled(words.API, app=app.package, model=model) for model in app.models[:2]),
        "admin": "".join(words.filled(words.ADMIN, app=app.package, model=model) for model in app.models[::2]),
        "tasks": "".join(
            words.filled(words.TASK, app=app.package, service=name) for name in dict.fromkeys(app.services[0])
        ),
        "signals": "".join(
            words.filled(
                words.RECEIVER,
                app=app.package,
                other=other.package,
                sender=random.choice(other.models),
                model=random.choice(app.models),
                number=at,
            )
            for at, other in enumerate(known[:2])
        ),
        "reports": "".join(
            words.filled(words.QUERY, table=f"{app.label}_{model.lower()}", model=model) for model in app.models[:3]
        ),
        "urls": _urls(app),
        "migrations/__init__": "",
        "migrations/0001_initial": words.MIGRATION_HEAD
        + "".join(words.filled(words.MIGRATION, model=model) for model in app.models)
        + "    ]\n",
        "tests/__init__": "",
        **{f"tests/test_services_{level}": _tests(random, app, level) for level in range(DEPTH)},
    }


def _tests(random: Random, app: App, level: int) -> str:
    parts = [words.filled(words.TESTS_HEAD, app=app.package)]
    for service in app.services[level]:
        for number in range(TESTS):
            model = random.choice(app.models)
            parts.append(words.filled(words.TEST, service=service, model=model, number=number))
    return "".join(parts)


def _models(random: Random, app: App, known: list[App]) -> str:
    parts = [words.MODELS_HEAD]
    for model in app.models:
        if known and random.random() < 0.5:
            other = random.choice(known)
            key = f"{other.label}.{random.choice(other.models)}"
        else:
            key = f"{app.label}.{app.models[0]}"
        parts.append(words.filled(words.MODEL, model=model, key=key, related=f"{app.label}_{model.lower()}_set"))
    return "".join(parts)


def _services(random: Random, app: App, known: list[App]) -> str:
    imports = [f"from {other.package} import services as {other.label}_services\n" for other in dict.fromkeys(known)]
    parts = [words.filled(words.SERVICES_HEAD, app=app.package, models=", ".join(app.models)), *imports]
    for level, names in enumerate(app.services):
        for name in names:
            calls = []
            if level + 1 < DEPTH:
                calls.append(f"{random.choice(app.services[level + 1])}(number + 1)")
                if known:
                    other = random.choice(known)
                    calls.append(f"{other.label}_services.{random.choice(other.services[level + 1])}(number)")
            body = "".join(f"        {call}\n" for call in calls) or "        pass\n"
            template = words.SERVICES[level % len(words.SERVICES)]
            parts.append(words.filled(template, name=name, model=random.choice(app.models), calls=body))
    return "".join(parts)


def _rules(random: Random) -> str:
    """Code that computes: it calls itself about, and no table."""
    names = list(
        dict.fromkeys(f"{random.choice(words.VERBS)}_{random.choice(words.PARTS)}_{at}".lower() for at in range(RULES))
    )
    parts = [words.RULES_HEAD]
    for at, name in enumerate(names):
        calls = names[at - random.randint(1, at)] if at else "len"
        parts.append(words.filled(random.choice(words.RULES), name=name, calls=calls))
    return "".join(parts)


def _urls(app: App) -> str:
    routes = "".join(
        f"    path('{model.lower()}/', views.{model}Create.as_view()),\n"
        f"    path('{model.lower()}/<int:pk>/', views.{model}Change.as_view()),\n"
        for model in app.models
    )
    head = f"from django.urls import path\n\nfrom {app.package} import views\n\n"
    return f"{head}urlpatterns = [\n{routes}]\n"
