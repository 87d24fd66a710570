"""What a server counts, in the text form that Prometheus reads."""

from collections import Counter


class Metrics:
    """Counts requests by operation and status, and the sessions that were ever opened."""

    def __init__(self) -> None:
        self.opened = 0
        self._requests: Counter[tuple[str, int]] = Counter()

    def count(self, operation: str, status: int) -> None:
        """Count one request."""
        self._requests[operation, status] += 1

    def text(self, sessions: int) -> str:
        """All counts, and how many sessions are open now."""
        lines = [
            "# HELP ordertck_sessions Sessions that are open.",
            "# TYPE ordertck_sessions gauge",
            f"ordertck_sessions {sessions}",
            "# HELP ordertck_sessions_opened_total Sessions that were opened.",
            "# TYPE ordertck_sessions_opened_total counter",
            f"ordertck_sessions_opened_total {self.opened}",
            "# HELP ordertck_requests_total Requests by operation of the port and status.",
            "# TYPE ordertck_requests_total counter",
        ]
        for (operation, status), number in sorted(self._requests.items()):
            lines.append(f'ordertck_requests_total{{operation="{operation}",status="{status}"}} {number}')
        return "\n".join(lines) + "\n"
