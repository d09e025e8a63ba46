"""Today is a day in the site's own time zone."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from generator.clock import EpochError, today_in


def test_today_is_of_the_site_s_time_zone(monkeypatch):
    summer_evening = datetime(2027, 7, 1, 23, 30, tzinfo=ZoneInfo("UTC"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(summer_evening.timestamp())))
    assert str(today_in(ZoneInfo("Europe/London"))) == "2027-07-02"
    assert str(today_in(ZoneInfo("UTC"))) == "2027-07-01"
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    zone = ZoneInfo("Pacific/Kiritimati")
    before, today, after = datetime.now(zone).date(), today_in(zone), datetime.now(zone).date()
    assert before <= today <= after


@pytest.mark.parametrize("epoch", ["tomorrow", "1e9", "9" * 30])
def test_an_epoch_that_is_no_count_of_seconds_is_said(monkeypatch, epoch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(EpochError, match=f"SOURCE_DATE_EPOCH is '{epoch}'"):
        today_in(ZoneInfo("Europe/London"))
