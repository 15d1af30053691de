package cn.anxun.app.feature.paper;

import android.content.Context;
import androidx.annotation.IdRes;
import androidx.annotation.StringRes;
import cn.anxun.app.R;
import cn.anxun.app.paper.Signer;
import cn.anxun.core.paper.Paper;
import cn.anxun.core.paper.PaperProblem;
import cn.anxun.core.paper.PaperRecord;
import cn.anxun.core.paper.PaperState;
import cn.anxun.core.paper.Signature.Who;
import java.util.ArrayList;
import java.util.List;

/** What is said of papers. */
final class PaperWords {
  private PaperWords() {}

  static String name(Context context, Paper paper) {
    return context.getString(
        switch (paper) {
          case CHECK_RECORD -> R.string.paper_check_record;
          case ORDER -> R.string.paper_order;
          case REVIEW -> R.string.paper_review_paper;
          case NOTICE -> R.string.paper_notice;
        });
  }

  /** The paper with its number, or that it waits for one. */
  static String title(Context context, PaperRecord paper) {
    String name = paper.paper().map(kind -> name(context, kind)).orElse("");
    return paper.number().isEmpty()
        ? name
        : context.getString(R.string.paper_named, name, paper.number());
  }

  /** Of a file: the title, and that it is void. */
  static String fileName(Context context, PaperRecord paper) {
    String title = title(context, paper);
    return paper.state() == PaperState.VOID
        ? context.getString(R.string.paper_file_void, title)
        : title;
  }

  static String state(Context context, PaperRecord paper) {
    return switch (paper.state()) {
      case ISSUED -> context.getString(R.string.paper_state_issued);
      case WAITING -> context.getString(R.string.paper_state_waiting);
      case VOID -> context.getString(R.string.paper_state_void, paper.voidReason());
      case UNAUTHORIZED -> context.getString(R.string.paper_state_unauthorized);
    };
  }

  /** The part that somebody takes in this paper: at a notice nobody acts as an officer. */
  @StringRes
  static int role(Who who, Paper paper) {
    return switch (who) {
      case INSPECTOR -> paper == Paper.NOTICE ? R.string.paper_visitor : R.string.paper_inspector;
      case SITE -> R.string.paper_site_person;
      case WITNESS -> R.string.paper_witness;
    };
  }

  static String name(Context context, Signer signer, Paper paper) {
    String role = context.getString(role(signer.who(), paper));
    return signer.name().isEmpty()
        ? role
        : context.getString(R.string.paper_sign_as, role, signer.name());
  }

  static String names(Context context, List<Signer> signers, Paper paper) {
    List<String> names = new ArrayList<>();
    for (Signer signer : signers) {
      names.add(name(context, signer, paper));
    }
    return String.join(context.getString(R.string.paper_between), names);
  }

  static String numberLine(Context context, PaperFormState now) {
    if (now.external()) {
      return context.getString(R.string.paper_number_external);
    }
    return now.left() > 0
        ? context.getResources().getString(R.string.paper_number_left, Long.toString(now.left()))
        : context.getString(R.string.paper_number_none);
  }

  /** Where on the form a problem is mended. */
  @IdRes
  static int place(PaperProblem problem) {
    return switch (problem.code()) {
      case TOO_FEW_OFFICERS, NO_CERTIFICATE -> R.id.paper_officers;
      case BAD_DEADLINE -> R.id.paper_deadline;
      case BAD_TIMES -> R.id.paper_until;
      case MISSING -> missing(problem.field());
      default -> R.id.paper_pages;
    };
  }

  @IdRes
  private static int missing(String field) {
    return switch (field) {
      case "place" -> R.id.paper_place;
      case "checked_from" -> R.id.paper_from;
      case "checked_until" -> R.id.paper_until;
      default -> R.id.paper_pages;
    };
  }
}
