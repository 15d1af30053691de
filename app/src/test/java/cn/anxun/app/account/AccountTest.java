package cn.anxun.app.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.app.PlainVault;
import cn.anxun.app.SettableClock;
import cn.anxun.app.data.remote.ServerAddress;
import cn.anxun.app.setting.MapSettings;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import okio.ByteString;
import org.junit.Test;

/** Who may open the phone, and for how long. */
public final class AccountTest {
  private static final Enrolled ENROLLED =
      new Enrolled(
          new Enrolment(
              "secret",
              "li",
              "李强",
              Role.INSPECTOR,
              "U01",
              "phone-1",
              "K3",
              new Enrolment.Bureau("test", "某区应急管理局", "430602"),
              Json.members().put("bundleKey", "abc").put("idleMinutes", 5).build()),
          new ServerAddress(
              List.of("https://192.168.1.8:8443", "https://a.cn"), Optional.of("0f".repeat(32))));

  private final MapSettings settings = new MapSettings();
  private final SettableClock clock = new SettableClock();
  private final SettableUptime uptime = new SettableUptime();
  private final TrustedClock trusted = new TrustedClock(settings, clock, uptime);
  private final Enrolments enrolments = new Enrolments(settings, new Random(1));
  private final Lease lease = new Lease(enrolments, settings, trusted);
  private final PlainVault vault = new PlainVault();
  private final Pin pin = new Pin(settings, uptime, new Random(1), vault, 1000);

  @Test
  public void enrolments_whenKept_areTheSameAfterARestart() {
    enrolments.keep(ENROLLED);

    Enrolments reopened = new Enrolments(settings, new Random(2));

    assertThat(reopened.find()).contains(ENROLLED);
    assertThat(reopened.get().bundleKey()).contains("abc");
    assertThat(reopened.get().idle()).isEqualTo(Duration.ofMinutes(5));
    assertThat(reopened.get().lease()).isEqualTo(Duration.ofDays(30));
  }

  @Test
  public void forget_whenEnrolled_forgetsTheTokenAndKeepsTheDevice() {
    String device = enrolments.deviceId();
    enrolments.keep(ENROLLED);

    enrolments.forget();

    assertThat(enrolments.find()).isEmpty();
    assertThat(settings.find("account.enrolment")).isEmpty();
    assertThat(enrolments.deviceId()).isEqualTo(device).matches("[A-Za-z0-9._-]{1,64}");
  }

  @Test
  public void attempt_whenRight_opensAndForgetsTheWrongOnes() {
    pin.set("135790");

    assertThat(pin.attempt("000000")).isEqualTo(new Pin.Attempt.Wrong(4));
    assertThat(pin.attempt("135790")).isEqualTo(new Pin.Attempt.Right());
    assertThat(pin.attempt("000000")).isEqualTo(new Pin.Attempt.Wrong(4));
    assertThat(settings.find("account.pin").orElse("")).doesNotContain("135790");
  }

  @Test
  public void attempt_whenFiveWereWrong_waitsWhateverTheClockIsSetTo() {
    pin.set("135790");
    for (int i = 0; i < 4; i++) {
      pin.attempt("000000");
    }

    assertThat(pin.attempt("000000")).isEqualTo(new Pin.Attempt.Wait(Duration.ofSeconds(30)));
    for (int days : new int[] {-1, 1, 365}) {
      clock.advance(Duration.ofDays(days));
      assertThat(pin.attempt("135790")).isEqualTo(new Pin.Attempt.Wait(Duration.ofSeconds(30)));
    }
    uptime.advance(Duration.ofSeconds(31));
    assertThat(pin.attempt("000000")).isEqualTo(new Pin.Attempt.Wait(Duration.ofSeconds(60)));
    uptime.advance(Duration.ofSeconds(60));
    assertThat(pin.attempt("135790")).isEqualTo(new Pin.Attempt.Right());
  }

  @Test
  public void attempt_whenTheAppIsKilledOrThePhoneRestarted_waitsAllTheSame() {
    pin.set("135790");
    for (int i = 0; i < 7; i++) {
      pin.attempt("000000");
      uptime.advance(Duration.ofSeconds(i < 4 ? 0 : 30L << (i - 4)));
    }
    assertThat(pin.attempt("000000")).isEqualTo(new Pin.Attempt.Wait(Duration.ofMinutes(4)));

    uptime.advance(Duration.ofSeconds(40));
    Pin killed = new Pin(settings, uptime, new Random(2), vault, 1000);
    assertThat(killed.attempt("135790")).isEqualTo(new Pin.Attempt.Wait(Duration.ofSeconds(200)));
    for (int restart = 0; restart < 5; restart++) {
      uptime.restart();
      assertThat(killed.attempt("135790"))
          .as("a restart begins the wait anew")
          .isEqualTo(new Pin.Attempt.Wait(Duration.ofSeconds(239)));
    }
    uptime.advance(Duration.ofSeconds(239));
    assertThat(killed.attempt("135790")).isEqualTo(new Pin.Attempt.Right());
  }

  @Test
  public void attempt_whenWrongOnAndOn_doublesTheWaitUpToAnHour() {
    pin.set("135790");
    for (int i = 0; i < 4; i++) {
      assertThat(pin.attempt("000000")).isEqualTo(new Pin.Attempt.Wrong(4 - i));
    }
    for (int seconds : new int[] {30, 60, 120, 240, 480, 960, 1920, 3600, 3600}) {
      Duration wait = Duration.ofSeconds(seconds);
      assertThat(pin.attempt("000000")).isEqualTo(new Pin.Attempt.Wait(wait));
      uptime.advance(wait);
    }
  }

  @Test
  public void set_keepsTheHashWrapped_soThatTheDatabaseAloneLetsNobodyTry() throws Exception {
    pin.set("135790");

    String kept = settings.find("account.pin").orElseThrow(AssertionError::new);
    String hash =
        new String(vault.unwrap(ByteString.decodeHex(kept).toByteArray()), StandardCharsets.UTF_8);

    assertThat(kept).matches("[0-9a-f]+");
    assertThat(PinHash.parse(hash).matches("135790")).isTrue();
    assertThat(new String(ByteString.decodeHex(kept).toByteArray(), StandardCharsets.UTF_8))
        .isNotEqualTo(hash)
        .doesNotContain("1000:");
  }

  @Test
  public void attempt_afterAnUpdateFromAPlainHash_opensAndWrapsIt() {
    settings.put("account.pin", PinHash.of("135790", new Random(2), 1000).toString());

    assertThat(pin.attempt("135790")).isEqualTo(new Pin.Attempt.Right());

    assertThat(settings.find("account.pin").orElse("")).matches("[0-9a-f]+");
    assertThat(pin.attempt("135790")).isEqualTo(new Pin.Attempt.Right());
  }

  @Test
  public void attempt_whenThePhoneLostItsKey_opensNothing() {
    pin.set("135790");
    vault.loseKey();

    assertThatThrownBy(() -> pin.attempt("135790")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  public void set_whenNotSixDigits_isRefused() {
    assertThatThrownBy(() -> pin.set("12345")).isInstanceOf(IllegalArgumentException.class);
    assertThat(pin.isSet()).isFalse();
  }

  @Test
  public void lease_whenTheClockIsPutBack_isNotProlonged() {
    enrolments.keep(ENROLLED);
    lease.renew();
    clock.advance(Duration.ofDays(29));
    assertThat(lease.left()).isEqualTo(Duration.ofDays(1));

    clock.advance(Duration.ofDays(2));
    assertThat(lease.isOver()).isTrue();
    clock.set(SettableClock.START);
    assertThat(lease.isOver()).isTrue();

    trusted.heard(SettableClock.START.plus(Duration.ofDays(31)));
    lease.renew();
    assertThat(lease.isOver()).isFalse();
  }

  @Test
  public void lease_whenTheClockStandsStillWhileThePhoneRuns_endsAllTheSame() {
    enrolments.keep(ENROLLED);
    lease.renew();

    for (int day = 0; day < 29; day++) {
      uptime.advance(Duration.ofDays(1));
      clock.set(SettableClock.START);
      assertThat(lease.isOver()).as("day %s", day).isFalse();
    }
    uptime.advance(Duration.ofDays(2));
    assertThat(lease.isOver()).isTrue();
  }

  @Test
  public void lease_whenTheClockWasPutBackWhileThePhoneWasOff_isOverUntilTheServerIsHeard() {
    enrolments.keep(ENROLLED);
    lease.renew();
    clock.advance(Duration.ofDays(20));
    assertThat(lease.isOver()).isFalse();

    clock.set(SettableClock.START);
    uptime.restart();
    assertThat(lease.isOver()).isTrue();
    uptime.restart();
    assertThat(lease.isOver()).as("started once more").isTrue();
    clock.advance(Duration.ofDays(20));
    assertThat(lease.isOver()).as("set right by its owner").isFalse();

    clock.set(SettableClock.START);
    uptime.restart();
    assertThat(lease.isOver()).isTrue();
    trusted.heard(SettableClock.START.plus(Duration.ofDays(21)));
    lease.renew();
    assertThat(lease.left()).isEqualTo(Duration.ofDays(30));
  }

  @Test
  public void lease_whenTheClockIsAFewHoursOffAfterAStart_runsOn() {
    enrolments.keep(ENROLLED);
    lease.renew();

    clock.advance(Duration.ofHours(-20));
    uptime.restart();

    assertThat(lease.left()).isEqualTo(Duration.ofDays(30));
  }

  @Test
  public void heard_whenThePhonesClockIsADayOff_isFlaggedUntilItIsRight() {
    trusted.heard(clock.instant().minus(Duration.ofDays(1)));
    assertThat(trusted.off()).contains(Duration.ofDays(1));

    trusted.heard(clock.instant().plusSeconds(20));
    assertThat(trusted.off()).isEmpty();
  }

  @Test
  public void isLocked_whenUntouchedForTenMinutes_strikesUnlessAFormIsOpen() {
    long[] now = {0};
    ElapsedIdleLock lock = new ElapsedIdleLock(() -> now[0]);
    assertThat(lock.isLocked()).isTrue();
    lock.unlock();

    IdleLock.Hold hold = lock.hold();
    now[0] += Duration.ofMinutes(59).toMillis();
    assertThat(lock.isLocked()).isFalse();
    hold.close();
    hold.close();
    assertThat(lock.isLocked()).isFalse();

    now[0] += Duration.ofMinutes(9).toMillis();
    lock.touched();
    now[0] += Duration.ofMinutes(9).toMillis();
    assertThat(lock.isLocked()).isFalse();
    now[0] += Duration.ofMinutes(1).toMillis();
    assertThat(lock.isLocked()).isTrue();
    lock.touched();
    lock.hold();
    assertThat(lock.isLocked()).isTrue();
  }

  @Test
  public void isLocked_whenAFormLiesOpenForAnHourUntouched_strikes() {
    long[] now = {0};
    ElapsedIdleLock lock = new ElapsedIdleLock(() -> now[0]);
    lock.unlock();
    IdleLock.Hold hold = lock.hold();
    for (int i = 0; i < 5; i++) {
      now[0] += Duration.ofMinutes(59).toMillis();
      lock.touched();
    }
    assertThat(lock.isLocked()).as("somebody works on it").isFalse();

    now[0] += Duration.ofHours(1).toMillis();
    hold.close();
    assertThat(lock.isLocked()).as("also where the form goes at that moment").isTrue();
  }

  @Test
  public void isLocked_whenTheAppLiesBehindOthersForTheUsualWhile_strikesThoughAFormIsOpen() {
    long[] now = {0};
    ElapsedIdleLock lock = new ElapsedIdleLock(() -> now[0]);
    lock.unlock();
    IdleLock.Hold hold = lock.hold();
    now[0] += Duration.ofMinutes(30).toMillis();

    lock.left();
    now[0] += Duration.ofMinutes(9).toMillis();
    lock.returned();
    assertThat(lock.isLocked()).isFalse();

    lock.left();
    now[0] += Duration.ofMinutes(10).toMillis();
    lock.returned();
    assertThat(lock.isLocked()).isTrue();
    hold.close();
  }
}
