package cn.anxun.app.record;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.app.setting.MapSettings;
import cn.anxun.core.sync.People;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.Test;

public final class ColleaguesTest {
  private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
  private final MapSettings settings = new MapSettings();

  @Test
  public void people_whenKept_areKnownAfterARestart() {
    assertThat(new Colleagues(settings).people()).isEqualTo(People.NONE);
    new Colleagues(settings).keep("demo.K3", new People(Map.of("li", "李明")), NOW);

    assertThat(new Colleagues(settings).people().find("li")).hasValue("李明");
  }

  @Test
  public void isOld_isAskedOnceAnHour_andAtOnceByAnotherDevice() {
    Colleagues colleagues = new Colleagues(settings);
    assertThat(colleagues.isOld("demo.K3", NOW)).isTrue();
    colleagues.keep("demo.K3", People.NONE, NOW);

    assertThat(colleagues.isOld("demo.K3", NOW.plus(Duration.ofMinutes(59)))).isFalse();
    assertThat(colleagues.isOld("demo.K3", NOW.plus(Duration.ofMinutes(61)))).isTrue();
    assertThat(colleagues.isOld("demo.K4", NOW)).isTrue();
    assertThat(colleagues.isOld("demo.K3", NOW.minusSeconds(1))).isTrue();
  }
}
