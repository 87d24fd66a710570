"""ordertck catalogue: what a system under test has to know before the first order."""

import csv
import io
import json
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from ordertck.harness.catalogue import Catalogue


@click.command("catalogue")
@click.option("--format", "form", type=click.Choice(["json", "csv", "checklist"]), default="json", show_default=True)
def catalogue_command(form: str) -> None:
    """Print the catalogue that the features sell from, to be deployed once before a run.

    \b
    Example:  ordertck catalogue --format checklist
    """
    from ordertck.harness.catalogue import home_services

    catalogue = home_services()
    if form == "json":
        click.echo(json.dumps(catalogue.as_json(), indent=2, ensure_ascii=False))
    elif form == "csv":
        text = io.StringIO()
        products = catalogue.as_json()["products"]
        writer = csv.DictWriter(text, fieldnames=list(products[0]), lineterminator="\n")
        writer.writeheader()
        for product in products:
            writer.writerow({k: "; ".join(v) if isinstance(v, list) else v for k, v in product.items()})
        click.echo(text.getvalue(), nl=False)
    else:
        _checklist(catalogue)


def _checklist(catalogue: "Catalogue") -> None:
    click.echo(f"{catalogue.name} ({catalogue.digest})\n\nPrice lists")
    for name, plan in catalogue.rate_plans.items():
        click.echo(
            f"  [ ] {name}: {f'rate plan {plan}' if plan else 'deliberately not mapped'}; {catalogue.uses[name]}"
        )
    click.echo("\nProducts")
    for product in catalogue.products.values():
        facts = [
            product.subject,
            f"provisioned by {product.target}" if product.target else "not provisioned",
            "becomes an asset" if product.trackable else "leaves no asset",
            f"can be revised until {product.ponr}" if product.ponr else "can be revised until it is complete",
        ]
        if product.lead_days:
            facts.append(f"a lead time of {product.lead_days} days, where lead times count")
        if product.components:
            facts.append(f"components: {', '.join(product.components)}")
        click.echo(f"  [ ] {product.name}: {'; '.join(facts)}")
    click.echo("\nPriorities")
    for name, level in catalogue.priorities.items():
        click.echo(f"  [ ] {name} = {level}")
    for name, level in catalogue.extended_priorities.items():
        click.echo(f"  [ ] {name} = {level} (only where extended-priorities is claimed)")
    click.echo("\nMilestones of the network, by the step that leads there")
    for step, milestone in catalogue.milestones.items():
        click.echo(f"  [ ] {step}: {milestone}")
    click.echo("\nProvisioning systems' own words (only where status-management is claimed)")
    for system, words in catalogue.native_statuses.items():
        for word, status in words.items():
            click.echo(f"  [ ] {system}: {word} = {status}")
    click.echo("\nBack-office systems, and the tickets that are for them (only where workflows is claimed)")
    for name in catalogue.back_office.systems:
        click.echo(f"  [ ] {name}")
    for kind in catalogue.back_office.ticket_types:
        click.echo(f"  [ ] ticket type {kind}: goes to the back office")
    for kind in catalogue.back_office.local_ticket_types:
        click.echo(f"  [ ] ticket type {kind}: stays in the CRM")
    click.echo(f"  [ ] daily replication, where it is in batches: {catalogue.back_office.replication_run} UTC")
