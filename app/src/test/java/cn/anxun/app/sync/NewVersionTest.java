package cn.anxun.app.sync;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.app.account.Enrolled;
import cn.anxun.app.account.Enrolments;
import cn.anxun.app.data.remote.ServerAddress;
import cn.anxun.app.setting.MapSettings;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.AppVersion;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.OfferedApp;
import cn.anxun.core.sync.RemoteAnswer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.Test;

public final class NewVersionTest {
  private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
  private static final OfferedApp OFFERED =
      new OfferedApp(new AppVersion(7, "0.2.0"), 3, 6, "/app");

  private final MapSettings settings = new MapSettings();
  private final Enrolments enrolments = new Enrolments(settings, new Random(1));
  private final List<Enrolled> asked = new ArrayList<>();

  private NewVersion at(Instant now, int installed) {
    return new NewVersion(
        settings,
        enrolments,
        enrolled -> {
          asked.add(enrolled);
          return new RemoteAnswer.Answered<>(OFFERED);
        },
        new AppVersion(installed, "0.1.0"),
        Clock.fixed(now, ZoneOffset.UTC));
  }

  private Enrolled enrol() {
    Enrolled enrolled =
        new Enrolled(
            new Enrolment(
                "token",
                "li",
                "李",
                Role.INSPECTOR,
                "",
                "gongjing.K3",
                "K3",
                new Enrolment.Bureau("gongjing", "贡井区应急管理局", "510303"),
                Json.members().build()),
            new ServerAddress(List.of("https://anxun.example/"), Optional.empty()));
    enrolments.keep(enrolled);
    return enrolled;
  }

  @Test
  public void find_tellsAccordingToWhatTheServerWants() {
    Enrolled enrolled = enrol();
    assertThat(at(NOW, 1).find()).isEmpty();
    at(NOW, 1).ask(enrolled);
    assertThat(at(NOW, 2).find())
        .contains(new NewVersion.Hint("0.2.0", "https://anxun.example/app", true));
    assertThat(at(NOW, 5).find().orElseThrow().urgent()).isFalse();
    assertThat(at(NOW, 6).find()).isEmpty();
  }

  @Test
  public void findNews_whenPutOff_isSilentOfThatVersion_butForADayOnlyWhereTheAppIsTooOld() {
    Enrolled enrolled = enrol();
    at(NOW, 1).ask(enrolled);
    NewVersion.Hint advised = at(NOW, 5).findNews().orElseThrow();
    at(NOW, 5).dismiss(advised);
    assertThat(at(NOW.plus(Duration.ofDays(9)), 5).findNews()).isEmpty();
    assertThat(at(NOW, 5).find()).as("who asks is told").contains(advised);

    NewVersion.Hint urgent = at(NOW, 2).findNews().orElseThrow();
    at(NOW, 2).dismiss(urgent);
    assertThat(at(NOW, 2).findNews()).isEmpty();
    assertThat(at(NOW.plus(Duration.ofDays(1)), 2).findNews()).contains(urgent);
  }

  @Test
  public void ask_isDoneOnceADay() {
    Enrolled enrolled = enrol();
    at(NOW, 1).ask(enrolled);
    at(NOW.plus(Duration.ofHours(23)), 1).ask(enrolled);
    assertThat(asked).hasSize(1);
    at(NOW.plus(Duration.ofHours(24)), 1).ask(enrolled);
    assertThat(asked).hasSize(2);
  }
}
