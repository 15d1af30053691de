package cn.anxun.app.feature.inspection;

import androidx.fragment.app.Fragment;
import cn.anxun.app.navigation.Destination;
import java.util.Optional;

/** Which fragment shows which of this feature's destinations. */
public final class InspectionScreens {
  private InspectionScreens() {}

  /** Empty for a destination of another feature. */
  public static Optional<Fragment> find(Destination destination) {
    if (destination instanceof Destination.Inspection) {
      return Optional.of(new SitesFragment());
    }
    if (destination instanceof Destination.Round) {
      return Optional.of(new RoundFragment());
    }
    if (destination instanceof Destination.NewSite site) {
      return Optional.of(NewSiteFragment.named(site.name()));
    }
    if (destination instanceof Destination.Visit) {
      return Optional.of(new VisitFragment());
    }
    if (destination instanceof Destination.VisitHazard hazard) {
      return Optional.of(HazardFragment.of(hazard.hazard()));
    }
    if (destination instanceof Destination.HazardLibrary library) {
      return Optional.of(LibraryFragment.of(library.hazard()));
    }
    if (destination instanceof Destination.VisitSummary) {
      return Optional.of(new SummaryFragment());
    }
    if (destination instanceof Destination.VisitDone) {
      return Optional.of(new DoneFragment());
    }
    return Optional.empty();
  }
}
