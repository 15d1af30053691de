package cn.anxun.server.access;

import cn.anxun.core.ledger.Role;
import cn.anxun.server.auth.Permission;

/** What a route asks of whoever asks for it. */
enum Need {
  /** Nothing: it has nothing of a bureau. */
  OPEN,
  /** A password, a code or a link, which it looks at itself. */
  DOOR,

  /** By a phone or a program. */
  PUSH(Permission.PUSH),
  PULL(Permission.PULL),
  FIGURES(Permission.SEE_FIGURES),
  FILES(Permission.SEE_FIGURES),
  UPLOAD(Permission.PUSH),
  NUMBERS(Permission.PUSH),
  /** Who has become a grid worker may still hold some. */
  NUMBERS_BACK(Permission.PUSH),

  /** In the console. */
  SEE(Permission.SEE_FIGURES),
  /** People are in them, so they are not for whoever has a link. */
  PHOTO(Permission.SEE_FIGURES),
  EXPORT(Permission.EXPORT),
  RECORD(Permission.PUSH),
  DECIDE(Permission.SEE_FIGURES),
  ENTER(Permission.PUSH),
  OFFICE(Permission.PUSH),
  ADMINISTER(Permission.ADMINISTER),
  OVER_ALL_BUREAUS(Permission.ADMINISTER);

  private final Permission permission;

  Need() {
    this(Permission.SEE_FIGURES);
  }

  Need(Permission permission) {
    this.permission = permission;
  }

  boolean isOfApi() {
    return this == PUSH
        || this == PULL
        || this == FIGURES
        || this == FILES
        || this == UPLOAD
        || this == NUMBERS
        || this == NUMBERS_BACK;
  }

  /** What becomes of this caller, who asks by this method. */
  Outcome of(Caller caller, String method) {
    if (this == OPEN || this == DOOR) {
      return Outcome.ANSWERED;
    }
    boolean reads = method.equals("GET") || method.equals("HEAD");
    return switch (caller.kind()) {
      case NOBODY -> Outcome.UNKNOWN;
      case WITHDRAWN -> this == PUSH ? Outcome.HELD : Outcome.UNKNOWN;
      case PHONE -> isOfApi() ? met(caller, reads) : Outcome.UNKNOWN;
      // A browser sends its cookie by itself, so the API believes it no more than reading.
      case BROWSER, LINK -> isOfApi() && !reads ? Outcome.UNKNOWN : met(caller, reads);
      case PROGRAM -> isOfApi() || reads ? met(caller, reads) : Outcome.UNKNOWN;
    };
  }

  private Outcome met(Caller caller, boolean reads) {
    boolean writesByLink = caller.kind() == Caller.Kind.LINK && !reads && this != EXPORT;
    return isMetBy(caller) && !writesByLink ? Outcome.ANSWERED : Outcome.REFUSED;
  }

  private boolean isMetBy(Caller caller) {
    boolean shows = permission == Permission.SEE_FIGURES || permission == Permission.EXPORT;
    boolean reader = caller.kind() == Caller.Kind.LINK;
    boolean may = Permission.of(caller.role()).contains(permission) && (shows || !reader);
    return switch (this) {
      case FILES -> !reader && (may || Permission.of(caller.role()).contains(Permission.PULL));
      case PHOTO -> may && !reader;
      case NUMBERS ->
          may && caller.kind() == Caller.Kind.PHONE && caller.role() != Role.GRID_WORKER;
      case NUMBERS_BACK -> may && caller.kind() == Caller.Kind.PHONE;
      case PUSH, PULL, FIGURES, UPLOAD -> may;
      default -> may && seesFigures(caller) && isMetByRole(caller);
    };
  }

  private static boolean seesFigures(Caller caller) {
    return Permission.of(caller.role()).contains(Permission.SEE_FIGURES);
  }

  private boolean isMetByRole(Caller caller) {
    return switch (this) {
      case DECIDE -> caller.role().mayAmendOthers();
      case OFFICE -> caller.role().mayEditDocuments();
      case OVER_ALL_BUREAUS -> caller.overAll();
      default -> true;
    };
  }
}
