package cn.anxun.app.account;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.app.PlainVault;
import cn.anxun.app.SettableClock;
import cn.anxun.app.data.local.BundledEntries;
import cn.anxun.app.data.remote.ServerAddress;
import cn.anxun.app.setting.MapSettings;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.InMemoryPhoneStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.Before;
import org.junit.Test;

/** What stands before the app's own screens, from the first start to the log-out. */
public final class PhoneDoorTest {
  private static final String DIGITS = "135790";

  private final MapSettings settings = new MapSettings();
  private final Consent consent = new Consent(settings, new SettableClock());
  private final Enrolments enrolments = new Enrolments(settings, new Random(1));
  private final Pin pin =
      new Pin(settings, new SettableUptime(), new Random(1), new PlainVault(), 1000);
  private final long[] elapsed = {0};
  private final ElapsedIdleLock lock = new ElapsedIdleLock(() -> elapsed[0]);
  private final SettableClock clock = new SettableClock();
  private final Lease lease =
      new Lease(enrolments, settings, new TrustedClock(settings, clock, new SettableUptime()));
  private final PhoneDoor door =
      new PhoneDoor(enrolments, pin, lock, new WipeProgress(settings), consent, lease);

  @Before
  public void agree() {
    consent.give();
    lease.renew();
  }

  @Test
  public void way_whenNobodyWasToldWhatIsCollected_isTheNoticeBeforeAnythingElse() {
    enrolments.keep(enrolled(Json.members().build()));
    pin.set(DIGITS);
    lock.unlock();
    consent.forget();

    assertThat(door.way()).isEqualTo(Door.Way.NOTICE);
    assertThat(consent.givenAt()).isEmpty();
    consent.give();
    assertThat(door.way()).isEqualTo(Door.Way.OPEN);
    settings.put("notice.agreed", Integer.toString(Consent.VERSION - 1));
    assertThat(door.way()).as("what is told has changed").isEqualTo(Door.Way.NOTICE);
  }

  @Test
  public void way_whenThePhoneWasRevoked_isThatAndNothingElse() {
    enrolments.keep(enrolled(Json.members().build()));
    pin.set(DIGITS);
    lock.unlock();

    new WipeProgress(settings).begin(enrolments.get(), SettableClock.START);

    assertThat(door.way()).isEqualTo(Door.Way.WIPED);
    assertThat(settings.find("wipe.sealer").orElse("")).doesNotContain("李强", "\"li\"");
  }

  @Test
  public void way_whenThePhoneBelongsToNobody_isTheEnrolment() {
    pin.set(DIGITS);
    lock.unlock();

    assertThat(door.way()).isEqualTo(Door.Way.ENROL);
  }

  @Test
  public void way_whenEnrolledWithoutAPin_asksForOneBeforeAnythingElse() {
    enrolments.keep(enrolled(Json.members().build()));
    lock.unlock();

    assertThat(door.way()).isEqualTo(Door.Way.SET_PIN);
  }

  @Test
  public void way_whenTheAppHasJustStarted_isLocked() {
    enrolments.keep(enrolled(Json.members().build()));
    pin.set(DIGITS);

    assertThat(door.way()).isEqualTo(Door.Way.UNLOCK);
    lock.unlock();
    assertThat(door.way()).isEqualTo(Door.Way.OPEN);
  }

  @Test
  public void way_whenUntouchedForAsLongAsTheBureauSays_isLockedAgain() {
    enrolments.keep(enrolled(Json.members().put("idleMinutes", 3).build()));
    pin.set(DIGITS);
    lock.unlock();

    elapsed[0] += Duration.ofMinutes(3).toMillis() - 1;
    assertThat(door.way()).isEqualTo(Door.Way.OPEN);
    elapsed[0]++;
    assertThat(door.way()).isEqualTo(Door.Way.UNLOCK);
  }

  @Test
  public void way_whenAFormIsOpenAllTheWhile_staysOpen() {
    enrolments.keep(enrolled(Json.members().build()));
    pin.set(DIGITS);
    lock.unlock();

    try (IdleLock.Hold form = lock.hold()) {
      assertThat(form).isNotNull();
      elapsed[0] += Duration.ofMinutes(59).toMillis();
      assertThat(door.way()).isEqualTo(Door.Way.OPEN);
    }
  }

  @Test
  public void way_whenTheLeaseRunsOutOnAnOpenForm_isLocked() {
    enrolments.keep(enrolled(Json.members().build()));
    pin.set(DIGITS);
    lock.unlock();

    try (IdleLock.Hold form = lock.hold()) {
      assertThat(form).isNotNull();
      clock.advance(Duration.ofDays(29));
      assertThat(door.way()).isEqualTo(Door.Way.OPEN);
      clock.advance(Duration.ofDays(1));
      assertThat(door.way()).isEqualTo(Door.Way.UNLOCK);
    }
    assertThat(lock.isLocked()).isTrue();
  }

  @Test
  public void way_whenSomebodyHasLoggedOut_isTheEnrolmentAndThenANewPin() {
    enrolments.keep(enrolled(Json.members().build()));
    pin.set(DIGITS);
    lock.unlock();

    assertThat(
            new LogOut(
                    new InMemoryPhoneStore(),
                    new NothingBundled(),
                    enrolments,
                    pin,
                    lock,
                    enrolled -> {},
                    consent)
                .logOut())
        .isZero();
    assertThat(door.way()).as("the next person is told").isEqualTo(Door.Way.NOTICE);
    consent.give();
    assertThat(door.way()).isEqualTo(Door.Way.ENROL);
    enrolments.keep(enrolled(Json.members().build()));
    assertThat(door.way()).isEqualTo(Door.Way.SET_PIN);
  }

  private static Enrolled enrolled(Json.Members policy) {
    return new Enrolled(
        new Enrolment(
            "secret",
            "li",
            "李强",
            Role.INSPECTOR,
            "U01",
            "phone-1",
            "K3",
            new Enrolment.Bureau("test", "某区应急管理局", "430602"),
            policy),
        new ServerAddress(List.of("https://a.cn"), Optional.empty()));
  }

  private static final class NothingBundled implements BundledEntries {
    @Override
    public int countLoose() {
      return 0;
    }

    @Override
    public void forgetAll() {}
  }
}
