"""The harness: messages, port, edition, reference landscape, adapters, bench, runner, reports and proof."""
