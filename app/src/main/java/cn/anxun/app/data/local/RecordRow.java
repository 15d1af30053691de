package cn.anxun.app.data.local;

import androidx.annotation.NonNull;
import androidx.room.ColumnInfo;
import androidx.room.Entity;
import androidx.room.Index;
import androidx.room.PrimaryKey;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A folded record, in the columns that lists show, filter and sort by. Written in the transaction
 * of the entries that made it; everything else of a record is folded when it is opened. What
 * depends on today's day (overdue) is compared in the query.
 *
 * @param type as measures name it: {@code hazard}, {@code site}, {@code drill}, …
 * @param number the number a person can say
 * @param date found or held on
 * @param title the site's or activity's name, the hazard's description; "" where it has none
 * @param search what is searched: lower case, and for sites the initials of their pinyin
 * @param inspection the visit that it belongs to; of a paper that answers an order the order
 * @param kind how the type is divided: a hazard's category, a visit's check, a drill's content, a
 *     training's audience, a publicity's activity, an enforcement's action, what a tally measures,
 *     which paper it is
 * @param level of a hazard as it counts, of a drill; an accident's grade, a site's risk level
 * @param state of a hazard, as {@code HazardState} writes it
 * @param deadline as extensions and failed reviews moved it
 * @param reviewDue by when it is to be reviewed; set once it was put right
 * @param quantity participants, attendees, what a tally says; as typed
 * @param author the account that opened it
 * @param unsent how many of its entries the server has not
 * @param address of a site
 * @param latitude where a site is, WGS-84 in degrees
 * @param marks names of core's marks with commas between; null for none
 */
@Entity(
    tableName = "record",
    indices = {
      @Index(
          name = "record_by_deadline",
          value = {"type", "state", "deadline"}),
      @Index(
          name = "record_by_review",
          value = {"type", "state", "review_due"}),
      @Index(
          name = "record_by_date",
          value = {"type", "date"}),
      @Index(
          name = "record_by_level",
          value = {"type", "level", "date"}),
      @Index(
          name = "record_by_title",
          value = {"type", "title"}),
      @Index(
          name = "record_at_site",
          value = {"site", "type", "date"}),
      @Index(
          name = "record_of_inspection",
          value = {"inspection"}),
      @Index(
          name = "record_by_number",
          value = {"number"})
    })
public record RecordRow(
    @PrimaryKey @NonNull String subject,
    @NonNull String type,
    @Nullable String number,
    @NonNull LocalDate date,
    @NonNull String title,
    @NonNull String search,
    @Nullable String site,
    @Nullable String inspection,
    @Nullable String division,
    @Nullable String industry,
    @ColumnInfo(name = "site_kind") @Nullable String siteKind,
    @Nullable String unit,
    @Nullable String kind,
    @Nullable String level,
    @Nullable String state,
    @ColumnInfo(name = "first_deadline") @Nullable LocalDate firstDeadline,
    @Nullable LocalDate deadline,
    @ColumnInfo(name = "review_due") @Nullable LocalDate reviewDue,
    @ColumnInfo(name = "rectified_on") @Nullable LocalDate rectifiedOn,
    @ColumnInfo(name = "closed_on") @Nullable LocalDate closedOn,
    int extensions,
    boolean listed,
    @ColumnInfo(name = "transferred_to") @Nullable String transferredTo,
    @ColumnInfo(name = "responsible_unit") @Nullable String responsibleUnit,
    @Nullable String authority,
    @ColumnInfo(name = "credit_code") @Nullable String creditCode,
    @Nullable String quantity,
    @NonNull String author,
    int unsent,
    @Nullable String marks,
    @Nullable String address,
    @Nullable Double latitude,
    @Nullable Double longitude) {}
