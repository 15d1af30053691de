package cn.anxun.app.place;

import cn.anxun.core.place.FieldPoint;
import java.util.Optional;

/**
 * How it stands with the point of the form that is open.
 *
 * @param point where one was found
 */
public record PlaceState(At at, Optional<FieldPoint> point) {
  static final PlaceState NONE = new PlaceState(At.NONE, Optional.empty());

  /** Where it stands. */
  public enum At {
    /** Nobody has looked, or nothing was found. */
    NONE,
    LOOKING,
    FOUND,
    /** Somebody took it away. */
    REMOVED,
    /** The phone's owner does not let the app know. */
    NOT_ALLOWED,
    /** Switched off in the settings. */
    OFF
  }
}
