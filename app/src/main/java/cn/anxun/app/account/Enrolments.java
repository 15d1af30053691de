package cn.anxun.app.account;

import cn.anxun.app.setting.Settings;
import java.util.Optional;
import java.util.Random;
import javax.inject.Inject;
import javax.inject.Singleton;

/** The enrolment of this phone. Waits for the disk. */
@Singleton
public final class Enrolments {
  private static final String ENROLMENT = "account.enrolment";
  private static final String DEVICE = "account.device";
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final int DEVICE_LENGTH = 16;

  private final Settings settings;
  private final Random random;
  private volatile Optional<Enrolled> known = Optional.empty();

  @Inject
  public Enrolments(Settings settings, Random random) {
    this.settings = settings;
    this.random = random;
  }

  /** Empty before the phone is enrolled and after somebody has logged out. */
  public Optional<Enrolled> find() {
    if (!known.isPresent()) {
      known = settings.find(ENROLMENT).map(Enrolled::read);
    }
    return known;
  }

  /**
   * The enrolment.
   *
   * @throws IllegalStateException where there is none
   */
  public Enrolled get() {
    return find().orElseThrow(() -> new IllegalStateException("this phone is not enrolled"));
  }

  public void keep(Enrolled enrolled) {
    settings.put(ENROLMENT, enrolled.write());
    known = Optional.of(enrolled);
  }

  /** Forgets account and token. The ledger and what is unsent stay where they are. */
  public void forget() {
    settings.delete(ENROLMENT);
    known = Optional.empty();
  }

  /** The id that this phone gives itself, made once and kept when somebody logs out. */
  public String deviceId() {
    Optional<String> kept = settings.find(DEVICE);
    if (kept.isPresent()) {
      return kept.get();
    }
    StringBuilder id = new StringBuilder("phone-");
    for (int i = 0; i < DEVICE_LENGTH; i++) {
      id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    settings.put(DEVICE, id.toString());
    return id.toString();
  }
}
