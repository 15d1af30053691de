package cn.anxun.app.record;

import androidx.annotation.WorkerThread;
import cn.anxun.app.setting.Settings;
import cn.anxun.core.sync.People;
import cn.anxun.core.sync.wire.v1.MalformedMessageException;
import cn.anxun.core.sync.wire.v1.PeopleJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The names of the bureau's people, as the server told them last. */
@Singleton
public final class Colleagues {
  private static final String PEOPLE = "people.names";
  private static final String TOLD = "people.told";
  private static final String OF = "people.device";

  /** A name seldom changes. */
  private static final Duration FRESH = Duration.ofHours(1);

  private final Settings settings;
  private volatile @Nullable People known;

  @Inject
  public Colleagues(Settings settings) {
    this.settings = settings;
  }

  /** None before the server told any. */
  @WorkerThread
  public People people() {
    People people = known;
    if (people == null) {
      people = settings.find(PEOPLE).map(Colleagues::read).orElse(People.NONE);
      known = people;
    }
    return people;
  }

  /** Whether the server should be asked again by this device. */
  @WorkerThread
  public boolean isOld(String device, Instant now) {
    if (!settings.find(OF).filter(device::equals).isPresent()) {
      return true;
    }
    Duration age =
        Duration.between(settings.find(TOLD).map(Instant::parse).orElse(Instant.EPOCH), now);
    return age.isNegative() || age.compareTo(FRESH) > 0;
  }

  /** Keeps what this device was told. */
  @WorkerThread
  public void keep(String device, People people, Instant now) {
    settings.put(PEOPLE, new String(PeopleJson.write(people), StandardCharsets.UTF_8));
    settings.put(OF, device);
    settings.put(TOLD, now.toString());
    known = people;
  }

  private static People read(String kept) {
    try {
      return PeopleJson.read(kept.getBytes(StandardCharsets.UTF_8));
    } catch (MalformedMessageException e) {
      throw new IllegalStateException("the names kept cannot be read", e);
    }
  }
}
