package cn.anxun.app.record;

import androidx.lifecycle.LiveData;
import cn.anxun.app.data.local.AnxunDatabase;
import cn.anxun.app.data.local.HazardCounts;
import cn.anxun.app.data.local.OutboxRows;
import cn.anxun.app.data.local.PhotoItem;
import cn.anxun.app.data.local.RecordItem;
import cn.anxun.app.data.local.RecordQuery;
import cn.anxun.app.data.local.RecordRow;
import cn.anxun.app.data.local.RecordTable;
import cn.anxun.app.data.local.SiteItem;
import cn.anxun.core.sync.OutboxCounts;
import cn.anxun.core.sync.OutboxEntry;
import cn.anxun.core.sync.OutboxState;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * The reading side: lists and single records as they stand. What begins with {@code watch} follows
 * every change and may be asked on the main thread; all else reads the disk and may not.
 */
@Singleton
public final class Records {
  /** How many rows a list shows before it is asked for more. */
  public static final int PAGE = 100;

  private final RecordTable table;
  private final OutboxRows own;

  @Inject
  public Records(AnxunDatabase database) {
    table = database.records();
    own = new OutboxRows(database);
  }

  /** The record of this subject, as lists show it. */
  public Optional<RecordItem> find(String subject) {
    return Optional.ofNullable(table.find(subject));
  }

  /** As {@link #find}; null where there is none. */
  public LiveData<@Nullable RecordItem> watch(String subject) {
    return table.watch(subject);
  }

  /** The record with this spoken number. */
  public Optional<RecordItem> findByNumber(String number) {
    return Optional.ofNullable(table.findByNumber(number));
  }

  /** Rows of the query from this place on. */
  public List<RecordItem> list(RecordQuery query, int offset, int count) {
    return table.query(query.page(offset, count));
  }

  /** The first so many rows of the query; ask for {@link #PAGE} more as the list is scrolled. */
  public LiveData<List<RecordItem>> watch(RecordQuery query, int count) {
    return table.watchQuery(query.page(0, count));
  }

  /** How many rows the query has. */
  public int count(RecordQuery query) {
    return table.queryCount(query.count());
  }

  /** As {@link #count(RecordQuery)}. */
  public LiveData<Integer> watchCount(RecordQuery query) {
    return table.watchQueryCount(query.count());
  }

  /** Records of a type ({@code drill}, {@code training}, …) between two days, latest first. */
  public List<RecordItem> listType(
      String type, LocalDate from, LocalDate until, int offset, int count) {
    return table.list(type, from, until, offset, count);
  }

  /** As {@link #listType}, the first so many. */
  public LiveData<List<RecordItem>> watchType(
      String type, LocalDate from, LocalDate until, int count) {
    return table.watchType(type, from, until, count);
  }

  /** How many records of a type there are between two days. */
  public int countType(String type, LocalDate from, LocalDate until) {
    return table.count(type, from, until);
  }

  /**
   * Hazards of a site, and of those merged into it, that are open or await their review; nearest
   * deadline first.
   */
  public List<RecordItem> listUnclosedAt(String site) {
    return table.listUnclosedAt(site);
  }

  /** As {@link #listUnclosedAt}. */
  public LiveData<List<RecordItem>> watchUnclosedAt(String site) {
    return table.watchUnclosedAt(site);
  }

  /** What happened at a site, of any type, latest first. */
  public LiveData<List<RecordItem>> watchAt(String site, int count) {
    return table.watchAt(site, count);
  }

  /** The hazards that a visit found, in the order found. */
  public List<RecordItem> listFoundBy(String inspection) {
    return table.listFoundBy(inspection);
  }

  /**
   * Hazards due by this day, for their rectification (open, by deadline) or their review
   * (rectified, by the day it is due); the earliest first.
   */
  public List<RecordItem> listDue(LocalDate until) {
    return table.listDue(until);
  }

  /** As {@link #listDue}. */
  public LiveData<List<RecordItem>> watchDue(LocalDate until) {
    return table.watchDue(until);
  }

  /** How many hazards stand where on this day. */
  public LiveData<HazardCounts> watchHazardCounts(LocalDate day) {
    return table.watchHazardCounts(day);
  }

  /** The division codes that hazards have. */
  public List<String> listHazardDivisions() {
    return table.listHazardDivisions();
  }

  /** The units that recorded hazards. */
  public List<String> listHazardUnits() {
    return table.listHazardUnits();
  }

  /** The industries that hazards have. */
  public List<String> listHazardIndustries() {
    return table.listHazardIndustries();
  }

  /** The site, unless it was merged into another. */
  public Optional<SiteItem> findSite(String subject) {
    return Optional.ofNullable(table.findSite(subject));
  }

  /** Sites by a piece of name, number, pinyin initials, credit code or address, by name. */
  public List<SiteItem> searchSites(String text, int offset, int count) {
    return table.searchSites(RecordQuery.comparable(text), offset, count);
  }

  /** Sites, the last visited first. */
  public List<SiteItem> listSitesByLastVisit(int offset, int count) {
    return table.listSitesByLastVisit(offset, count);
  }

  /** Sites of exactly this name, so that none is registered twice unawares. */
  public List<RecordRow> listSitesNamed(String name) {
    return table.listSitesNamed(name);
  }

  /** The files of a record, as they were attached. */
  public List<PhotoItem> listPhotos(String subject) {
    return table.listPhotos(subject);
  }

  /** The files of at most 500 records. */
  public List<PhotoItem> listPhotos(List<String> subjects) {
    return table.listPhotosOf(subjects);
  }

  /** How many of one's own entries stand where. */
  public LiveData<OutboxCounts> watchOwnCounts() {
    return own.watchCounts();
  }

  /** One's own entries in this state; for states of few, such as refused. */
  public LiveData<List<OutboxEntry>> watchOwn(OutboxState state) {
    return own.watch(state);
  }
}
