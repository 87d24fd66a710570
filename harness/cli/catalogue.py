"""ordertck catalogue: what a system under test has to know before the first order."""

import csv
import io
import json
from collections.abc import Iterator

import click

from ordertck.harness.cli.common import edition_option
from ordertck.harness.edition import Edition
from ordertck.harness.edition.catalogue import Catalogue, Product
from ordertck.harness.names import Names
from ordertck.harness.variation import CAPABILITY, LARGEST, Variation, deployed


@click.command("catalogue")
@click.option("--format", "form", type=click.Choice(["json", "csv", "checklist"]), default="json", show_default=True)
@click.option("--seed", type=click.IntRange(1, LARGEST), help="Under the names that a run with this seed uses.")
@edition_option
def catalogue_command(form: str, seed: int | None, edition: Edition) -> None:
    """Print the catalogue that the features sell from, to be deployed once before a run.

    \b
    Examples:  ordertck catalogue --format checklist
               ordertck catalogue --seed 48151    for a system that claims renamed-catalogue, and run --seed 48151
    """
    catalogue = edition.catalogue
    if seed is not None:
        catalogue = deployed(catalogue, Variation(seed).names(catalogue, Names(), frozenset({CAPABILITY})))
    if form == "json":
        click.echo(json.dumps(catalogue.as_json(), indent=2, ensure_ascii=False))
    elif form == "csv":
        text = io.StringIO()
        products = catalogue.as_json()["products"]
        writer = csv.DictWriter(text, fieldnames=list(products[0]), lineterminator="\n")
        writer.writeheader()
        for product in products:
            writer.writerow({k: _cell(v) for k, v in product.items()})
        click.echo(text.getvalue(), nl=False)
    else:
        _checklist(catalogue)


def _cell(value: object) -> object:
    """A list or a table of options in one cell."""
    if isinstance(value, dict):
        return "; ".join(f"{name} {v} +{extra}" for name, extras in value.items() for v, extra in extras.items())
    return "; ".join(value) if isinstance(value, list) else value


def _checklist(catalogue: Catalogue) -> None:
    click.echo(f"{catalogue.name} ({catalogue.digest})")
    for title, points in _chapters(catalogue):
        click.echo(f"\n{title}")
        for point in points:
            click.echo(f"  [ ] {point}")


def _chapters(catalogue: Catalogue) -> Iterator[tuple[str, list[str]]]:
    yield (
        "Price lists",
        [
            f"{name}: {f'rate plan {plan}' if plan else 'deliberately not mapped'}; {catalogue.uses[name]}"
            for name, plan in catalogue.rate_plans.items()
        ],
    )
    yield "Products", [f"{product.name}: {'; '.join(_facts(product))}" for product in catalogue.products.values()]
    extended = [
        f"{name} = {level} (only where extended-priorities is claimed)"
        for name, level in catalogue.extended_priorities.items()
    ]
    yield "Priorities", [*(f"{name} = {level}" for name, level in catalogue.priorities.items()), *extended]
    milestones = [f"{step}: {milestone}" for step, milestone in catalogue.milestones.items()]
    yield "Milestones of the network, by the step that leads there", milestones
    yield (
        "Provisioning systems' own words (only where status-management is claimed)",
        [
            f"{system}: {word} = {status}"
            for system, words in catalogue.native_statuses.items()
            for word, status in words.items()
        ],
    )
    office = catalogue.back_office
    yield (
        "Back-office systems, and the tickets that are for them (only where workflows is claimed)",
        [
            *office.systems,
            *(f"ticket type {kind}: goes to the back office" for kind in office.ticket_types),
            *(f"ticket type {kind}: stays in the CRM" for kind in office.local_ticket_types),
            f"daily replication, where it is in batches: {office.replication_run} UTC",
        ],
    )


def _facts(product: Product) -> Iterator[str]:
    yield product.subject
    yield f"provisioned by {product.target}" if product.target else "not provisioned"
    yield "becomes an asset" if product.trackable else "leaves no asset"
    yield f"can be revised until {product.ponr}" if product.ponr else "can be revised until it is complete"
    if product.lead_days:
        yield f"a lead time of {product.lead_days} days, where lead times count"
    yield f"costs {product.price}"
    for name, extras in product.options.items():
        yield from (f"{name} {value} costs {extra} more" for value, extra in extras.items())
    if product.approval:
        yield "an order for it waits for a supervisor (only where approval is claimed)"
    if product.components:
        yield f"components: {', '.join(product.components)}"
