package cn.anxun.app.feature.inspection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A site to choose from.
 *
 * @param initials of its name ({@link PinyinInitials})
 * @param position where it is, where the ledger says
 * @param visitedOn the last visit
 * @param openHazards how many are not closed
 */
record ListedSite(
    VisitSite site,
    List<String> initials,
    Optional<Position> position,
    Optional<LocalDate> visitedOn,
    int openHazards) {

  ListedSite {
    initials = Collections.unmodifiableList(new ArrayList<>(initials));
  }

  /** A point on the earth, WGS-84, in degrees. */
  record Position(double latitude, double longitude) {
    private static final double EARTH_METRES = 6_371_000;

    /** Metres along the ground. */
    double metresTo(Position other) {
      double latitudes = Math.toRadians(other.latitude - latitude);
      double longitudes = Math.toRadians(other.longitude - longitude);
      double chord =
          Math.pow(Math.sin(latitudes / 2), 2)
              + Math.cos(Math.toRadians(latitude))
                  * Math.cos(Math.toRadians(other.latitude))
                  * Math.pow(Math.sin(longitudes / 2), 2);
      return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(chord)));
    }
  }
}
