package cn.anxun.app.data.local;

import androidx.lifecycle.LiveData;
import androidx.room.Dao;
import androidx.room.Query;
import androidx.room.RawQuery;
import androidx.sqlite.db.SupportSQLiteQuery;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the rows that lists are made of. Each query's plan uses an index; a test says so. */
@Dao
public interface RecordTable {
  String ITEM =
      "SELECT record.*, site.title AS site_name FROM record LEFT JOIN record AS site ON"
          + " site.subject = record.site ";

  /** A site and those that were merged into it, directly or over others. */
  String SAME_SITES =
      "WITH RECURSIVE same(site) AS (VALUES (:site) UNION SELECT merged.site FROM same JOIN merged"
          + " ON merged.into_site = same.site) ";

  String SITE =
      "SELECT record.*, (SELECT max(visit.date) FROM record AS visit WHERE visit.site ="
          + " record.subject AND visit.type = 'inspection') AS last_visit, (SELECT count(*) FROM"
          + " record AS hazard WHERE hazard.site = record.subject AND hazard.type = 'hazard' AND"
          + " hazard.state <> 'closed') AS unclosed FROM record WHERE record.type = 'site' AND"
          + " record.subject NOT IN (SELECT site FROM merged) ";

  /** Due by this day, for its rectification or its review. */
  String DUE =
      "((record.state = 'open' AND record.deadline <= :until) OR (record.state = 'rectified' AND"
          + " record.review_due <= :until)) ";

  @Query(ITEM + "WHERE record.subject = :subject")
  @Nullable RecordItem find(String subject);

  @Query(ITEM + "WHERE record.subject = :subject")
  LiveData<@Nullable RecordItem> watch(String subject);

  @Query(ITEM + "WHERE record.number = :number")
  @Nullable RecordItem findByNumber(String number);

  /** Of a type between two days, latest first. */
  @Query(
      ITEM
          + "WHERE record.type = :type AND record.date BETWEEN :from AND :until ORDER BY"
          + " record.date DESC, record.subject DESC LIMIT :count OFFSET :offset")
  List<RecordItem> list(String type, LocalDate from, LocalDate until, int offset, int count);

  @Query(
      ITEM
          + "WHERE record.type = :type AND record.date BETWEEN :from AND :until ORDER BY"
          + " record.date DESC, record.subject DESC LIMIT :count")
  LiveData<List<RecordItem>> watchType(String type, LocalDate from, LocalDate until, int count);

  @Query("SELECT count(*) FROM record WHERE type = :type AND date BETWEEN :from AND :until")
  int count(String type, LocalDate from, LocalDate until);

  /** Hazards of a site that are open or await their review, nearest deadline first. */
  @Query(
      SAME_SITES
          + ITEM
          + "WHERE record.type = 'hazard' AND record.site IN (SELECT same.site FROM same) AND"
          + " record.state <> 'closed' ORDER BY record.deadline IS NULL, record.deadline,"
          + " record.subject")
  List<RecordItem> listUnclosedAt(String site);

  @Query(
      SAME_SITES
          + ITEM
          + "WHERE record.type = 'hazard' AND record.site IN (SELECT same.site FROM same) AND"
          + " record.state <> 'closed' ORDER BY record.deadline IS NULL, record.deadline,"
          + " record.subject")
  LiveData<List<RecordItem>> watchUnclosedAt(String site);

  /** What happened at a site, of any type, latest first. */
  @Query(
      SAME_SITES
          + ITEM
          + "WHERE record.site IN (SELECT same.site FROM same) ORDER BY record.date DESC,"
          + " record.subject DESC LIMIT :count")
  LiveData<List<RecordItem>> watchAt(String site, int count);

  /** Hazards that a visit found, in the order found. */
  @Query(
      ITEM
          + "WHERE record.inspection = :inspection AND record.type = 'hazard' ORDER BY"
          + " record.subject")
  List<RecordItem> listFoundBy(String inspection);

  @Query(
      ITEM
          + "WHERE record.type = 'hazard' AND "
          + DUE
          + "ORDER BY CASE record.state WHEN 'open' THEN record.deadline ELSE record.review_due"
          + " END, record.site, record.subject")
  List<RecordItem> listDue(LocalDate until);

  @Query(
      ITEM
          + "WHERE record.type = 'hazard' AND "
          + DUE
          + "ORDER BY CASE record.state WHEN 'open' THEN record.deadline ELSE record.review_due"
          + " END, record.site, record.subject")
  LiveData<List<RecordItem>> watchDue(LocalDate until);

  @Query(
      "SELECT (SELECT count(*) FROM record WHERE type = 'hazard' AND state = 'open') AS open,"
          + " (SELECT count(*) FROM record WHERE type = 'hazard' AND state = 'open' AND deadline <"
          + " :day) AS overdue, (SELECT count(*) FROM record WHERE type = 'hazard' AND state ="
          + " 'rectified') AS rectified, (SELECT count(*) FROM record WHERE type = 'hazard' AND"
          + " state = 'rectified' AND review_due < :day) AS review_overdue, (SELECT count(*) FROM"
          + " record WHERE type = 'hazard' AND state = 'closed') AS closed")
  LiveData<HazardCounts> watchHazardCounts(LocalDate day);

  /** As {@link RecordQuery} says. */
  @RawQuery
  List<RecordItem> query(SupportSQLiteQuery query);

  @RawQuery(observedEntities = {RecordRow.class})
  LiveData<List<RecordItem>> watchQuery(SupportSQLiteQuery query);

  @RawQuery
  int queryCount(SupportSQLiteQuery query);

  @RawQuery(observedEntities = {RecordRow.class})
  LiveData<Integer> watchQueryCount(SupportSQLiteQuery query);

  @Query(SITE + "AND record.subject = :subject")
  @Nullable SiteItem findSite(String subject);

  /** By this piece of name, number, initials, credit code or address; in the order of names. */
  @Query(
      SITE
          + "AND instr(record.search, :text) > 0 ORDER BY record.title, record.subject LIMIT :count"
          + " OFFSET :offset")
  List<SiteItem> searchSites(String text, int offset, int count);

  /** Those visited last first, then those never visited. */
  @Query(
      SITE + "ORDER BY last_visit DESC, record.title, record.subject LIMIT :count OFFSET :offset")
  List<SiteItem> listSitesByLastVisit(int offset, int count);

  @Query("SELECT * FROM record WHERE type = 'site' AND title = :name ORDER BY subject")
  List<RecordRow> listSitesNamed(String name);

  /** Files of a record, as they were attached. */
  @Query(
      "SELECT attachment.subject, attachment.entry, attachment.sha256, attachment.type,"
          + " attachment.role, CASE WHEN photo.state = 'freed' THEN NULL ELSE photo.file END AS"
          + " file FROM attachment LEFT JOIN photo ON photo.sha256 ="
          + " attachment.sha256 WHERE attachment.subject = :subject ORDER BY attachment.entry,"
          + " attachment.place")
  List<PhotoItem> listPhotos(String subject);

  /** Files of several records. */
  @Query(
      "SELECT attachment.subject, attachment.entry, attachment.sha256, attachment.type,"
          + " attachment.role, CASE WHEN photo.state = 'freed' THEN NULL ELSE photo.file END AS"
          + " file FROM attachment LEFT JOIN photo ON photo.sha256 ="
          + " attachment.sha256 WHERE attachment.subject IN (:subjects) ORDER BY"
          + " attachment.subject, attachment.entry, attachment.place")
  List<PhotoItem> listPhotosOf(List<String> subjects);

  /** The divisions that hazards have. */
  @Query(
      "SELECT DISTINCT division FROM record WHERE type = 'hazard' AND division IS NOT NULL ORDER BY"
          + " division")
  List<String> listHazardDivisions();

  /** The units that recorded hazards. */
  @Query(
      "SELECT DISTINCT unit FROM record WHERE type = 'hazard' AND unit IS NOT NULL ORDER BY unit")
  List<String> listHazardUnits();

  /** The industries that hazards have. */
  @Query(
      "SELECT DISTINCT industry FROM record WHERE type = 'hazard' AND industry IS NOT NULL ORDER BY"
          + " industry")
  List<String> listHazardIndustries();

  @Query("SELECT * FROM document WHERE subject = :subject")
  LiveData<@Nullable DocumentRow> watchDocument(String subject);

  /** The names of a document and its parts that are held. */
  @Query(
      "SELECT * FROM document WHERE subject = :subject OR (subject > :subject || '/' AND subject <"
          + " :subject || '0') ORDER BY subject")
  List<DocumentRow> listDocumentParts(String subject);
}
