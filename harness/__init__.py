"""The harness: vocabulary, port, reference landscape, adapters, stage, runner, reports and cast."""
