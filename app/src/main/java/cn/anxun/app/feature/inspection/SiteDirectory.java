package cn.anxun.app.feature.inspection;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The sites that the phone knows. Asked off the main thread. */
interface SiteDirectory {

  /**
   * A hazard of a site that is not closed.
   *
   * @param deadline the one that holds now
   */
  record OpenHazard(
      String subject,
      String description,
      String level,
      Optional<LocalDate> deadline,
      boolean overdue,
      boolean rectified) {}

  List<ListedSite> list(LocalDate today);

  /** The most pressing first. */
  List<OpenHazard> listOpenHazards(String site, LocalDate today);
}
