package cn.anxun.app.data.local;

import androidx.room.Dao;
import androidx.room.Insert;
import androidx.room.OnConflictStrategy;
import androidx.room.Query;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link NumberBlockRow}s and {@link IssuedPaperRow}s. */
@Dao
interface NumberBlockTable {
  /** A block that is held already keeps its place. */
  @Insert(onConflict = OnConflictStrategy.IGNORE)
  void add(NumberBlockRow row);

  @Query(
      "SELECT * FROM number_block WHERE device = :device AND paper = :paper AND year = :year AND"
          + " next_serial <= last_serial AND given_back = 0 ORDER BY first_serial LIMIT 1")
  @Nullable NumberBlockRow findOpen(String device, String paper, int year);

  @Query("UPDATE number_block SET next_serial = next_serial + 1 WHERE block = :block")
  void take(String block);

  @Query(
      "SELECT coalesce(sum(last_serial - next_serial + 1), 0) FROM number_block WHERE device ="
          + " :device AND paper = :paper AND year = :year AND given_back = 0")
  long left(String device, String paper, int year);

  @Query(
      "UPDATE number_block SET given_back = 1 WHERE device = :device AND next_serial <="
          + " last_serial")
  void giveBack(String device);

  /** Those whose rest is given back and which the server does not know of yet. */
  @Query(
      "SELECT * FROM number_block WHERE device = :device AND given_back = 1 AND next_serial <="
          + " last_serial ORDER BY first_serial")
  List<NumberBlockRow> listReturning(String device);

  /** The server knows that the rest is given back. */
  @Query("UPDATE number_block SET next_serial = last_serial + 1 WHERE block = :block")
  void close(String block);

  @Query(
      "SELECT * FROM number_block WHERE device = :device AND paper = :paper AND year = :year ORDER"
          + " BY first_serial")
  List<NumberBlockRow> list(String device, String paper, int year);

  /** Nobody takes from it any more. */
  @Query(
      "UPDATE number_block SET given_back = 1, next_serial = last_serial + 1 WHERE device = :device"
          + " AND paper = :paper AND year = :year AND first_serial = :first AND last_serial ="
          + " :last")
  void withdraw(String device, String paper, int year, long first, long last);

  @Insert(onConflict = OnConflictStrategy.REPLACE)
  void put(IssuedPaperRow row);

  @Query("SELECT * FROM issued_paper ORDER BY subject DESC LIMIT :count")
  List<IssuedPaperRow> listIssued(int count);

  /** Of a visit, or answering an order. */
  @Query("SELECT * FROM issued_paper WHERE about = :about ORDER BY subject")
  List<IssuedPaperRow> listIssuedAbout(String about);

  @Query("SELECT subject FROM record WHERE type = 'paper' AND inspection = :about ORDER BY subject")
  List<String> listHeldAbout(String about);

  /** Papers of this sort of the visits of these hazards, or of any that was closed since. */
  @Query(
      "SELECT DISTINCT paper.subject FROM record AS paper JOIN record AS hazard ON"
          + " hazard.inspection = paper.inspection AND hazard.type = 'hazard' WHERE paper.type ="
          + " 'paper' AND paper.kind = :sort AND (hazard.closed_on >= :since OR hazard.subject IN"
          + " (:hazards)) ORDER BY paper.subject")
  List<String> listWithHazards(String sort, LocalDate since, List<String> hazards);
}
