"""Nothing is needed here: the plugin that collects features comes with the package. The file marks pytest's root."""
