package cn.anxun.app.feature.inspection;

import cn.anxun.app.data.local.RecordItem;
import cn.anxun.app.data.local.RecordRow;
import cn.anxun.app.data.local.SiteItem;
import cn.anxun.app.feature.inspection.ListedSite.Position;
import cn.anxun.app.record.OfficeDocuments;
import cn.anxun.app.record.Records;
import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.InspectionPlanRevised;
import cn.anxun.core.json.Json;
import cn.anxun.core.state.DocumentRevision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;

/** The sites of the ledger as this phone has it. */
final class LedgerSites implements SiteDirectory {
  private static final int PAGE = 1000;
  private static final String OPEN = "open";
  private static final String RECTIFIED = "rectified";

  private final Records records;
  private final OfficeDocuments documents;
  private final PinyinInitials pinyin = new PinyinInitials();

  @Inject
  LedgerSites(Records records, OfficeDocuments documents) {
    this.records = records;
    this.documents = documents;
  }

  @Override
  public List<ListedSite> list(LocalDate today) {
    Set<String> planned = planned(today.getYear());
    List<ListedSite> sites = new ArrayList<>();
    List<SiteItem> page = records.listSitesByLastVisit(0, PAGE);
    while (!page.isEmpty()) {
      for (SiteItem item : page) {
        sites.add(listed(item, planned));
      }
      page = page.size() < PAGE ? List.of() : records.listSitesByLastVisit(sites.size(), PAGE);
    }
    return sites;
  }

  private ListedSite listed(SiteItem item, Set<String> planned) {
    RecordRow record = item.record();
    VisitSite site =
        new VisitSite(
            record.subject(),
            false,
            record.title(),
            orEmpty(record.number()),
            orEmpty(record.siteKind()),
            orEmpty(record.industry()),
            orEmpty(record.division()),
            orEmpty(record.creditCode()),
            orEmpty(record.address()),
            planned.contains(record.subject()));
    return new ListedSite(
        site,
        pinyin.of(record.title()),
        position(record),
        Optional.ofNullable(item.lastVisit()),
        item.unclosed());
  }

  private static Optional<Position> position(RecordRow record) {
    Double latitude = record.latitude();
    Double longitude = record.longitude();
    return latitude == null || longitude == null
        ? Optional.empty()
        : Optional.of(new Position(latitude, longitude));
  }

  private Set<String> planned(int year) {
    Set<String> planned = new HashSet<>();
    for (DocumentRevision part : documents.listParts(Documents.inspectionPlan(year))) {
      if (part.fields().raw(InspectionPlanRevised.DOCUMENT.name()) instanceof Json.Members plan
          && plan.get("sites") instanceof Json.Items items) {
        for (Json item : items.values()) {
          if (item instanceof Json.Text site) {
            planned.add(site.value());
          }
        }
      }
    }
    return planned;
  }

  @Override
  public List<OpenHazard> listOpenHazards(String site, LocalDate today) {
    List<OpenHazard> hazards = new ArrayList<>();
    for (RecordItem item : records.listUnclosedAt(site)) {
      RecordRow record = item.record();
      Optional<LocalDate> deadline = Optional.ofNullable(record.deadline());
      hazards.add(
          new OpenHazard(
              record.subject(),
              record.title(),
              orEmpty(record.level()),
              deadline,
              OPEN.equals(record.state())
                  && deadline.filter(day -> day.isBefore(today)).isPresent(),
              RECTIFIED.equals(record.state())));
    }
    return hazards;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
