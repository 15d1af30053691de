package cn.anxun.server.auth;

import cn.anxun.server.storage.Database;
import cn.anxun.server.storage.Databases;
import cn.anxun.server.storage.StorageException;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** The database of the directory and all that is kept in it. Safe for several threads. */
public final class Directory implements AutoCloseable {
  private final Database database;
  private final Tokens tokens;
  private final Audit audit;
  private final Bureaus bureaus;
  private final Accounts accounts;
  private final Members members;
  private final Logins logins;
  private final KnownBrowsers browsers;
  private final Sessions sessions;
  private final Devices devices;
  private final Enrolments enrolments;
  private final Inbox inbox;
  private final Setup setup;

  private Directory(Database database, Clock clock, RandomGenerator random) {
    this.database = database;
    this.tokens = new Tokens(random);
    Passwords passwords = new Passwords(tokens);
    this.audit = new Audit(database, clock);
    this.bureaus = new Bureaus(database, clock);
    this.accounts = new Accounts(database, clock, passwords);
    this.members = new Members(database);
    this.logins = new Logins(database, clock, passwords);
    this.browsers = new KnownBrowsers(database, clock, tokens);
    this.sessions = new Sessions(database, clock, tokens);
    this.devices = new Devices(database, clock);
    this.enrolments = new Enrolments(database, clock, tokens);
    this.inbox = new Inbox(database, clock);
    this.setup = new Setup(database, bureaus, accounts, passwords, tokens);
  }

  /**
   * Opens the directory of these databases; to write, it chains what an older version left of the
   * audit.
   *
   * @param random a cryptographically strong source, except in tests
   */
  public static Directory open(Databases databases, Clock clock, RandomGenerator random) {
    Database database = databases.openDirectory();
    try {
      if (databases.isWritable()) {
        AuditChain.begin(database);
      }
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
    return new Directory(database, clock, random);
  }

  /** Whether nobody has an account yet. */
  public boolean isEmpty() {
    return accounts.list().isEmpty();
  }

  /** Whether the database answers. */
  public boolean isWell() {
    try {
      database.read(handle -> handle.createQuery("SELECT 1").mapTo(Integer.class).one());
      return true;
    } catch (StorageException e) {
      return false;
    }
  }

  public Tokens tokens() {
    return tokens;
  }

  public Audit audit() {
    return audit;
  }

  /** Walks the audit as it stands in the file. */
  public AuditChain.Walked walkAudit() {
    return AuditChain.walk(database);
  }

  public Bureaus bureaus() {
    return bureaus;
  }

  public Accounts accounts() {
    return accounts;
  }

  public Members members() {
    return members;
  }

  public Logins logins() {
    return logins;
  }

  public KnownBrowsers browsers() {
    return browsers;
  }

  public Sessions sessions() {
    return sessions;
  }

  public Devices devices() {
    return devices;
  }

  public Enrolments enrolments() {
    return enrolments;
  }

  public Setup setup() {
    return setup;
  }

  public Inbox inbox() {
    return inbox;
  }

  @Override
  public void close() {
    database.close();
  }
}
