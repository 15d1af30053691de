package cn.anxun.server.admin;

import cn.anxun.core.ledger.Role;
import cn.anxun.server.auth.Account;
import cn.anxun.server.auth.Accounts;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.command.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code user}: the accounts, their passwords and what they may do. */
@Command(
    name = "user",
    subcommands = {
      UserCommand.Add.class,
      UserCommand.ListAll.class,
      UserCommand.Password.class,
      UserCommand.Give.class,
      UserCommand.Revoke.class,
      UserCommand.Disable.class,
      UserCommand.Enable.class,
    })
public final class UserCommand extends GroupCommand {

  /** What the account is to be in a bureau. */
  static final class Rights {
    @Option(names = "--bureau", paramLabel = "BUREAU", required = true)
    private String bureau = "";

    @Option(names = "--role", paramLabel = "ROLE", required = true, converter = RoleName.class)
    private Role role = Role.INSPECTOR;

    @Option(names = "--unit", paramLabel = "UNIT", defaultValue = "")
    private String unit = "";

    @Option(names = "--division", paramLabel = "CODE", defaultValue = "")
    private String division = "";

    private Grant grant() {
      return new Grant(bureau, role, unit, division, 1);
    }
  }

  /** Reads a role as it is written everywhere else. */
  static final class RoleName implements ITypeConverter<Role> {
    @Override
    public Role convert(String value) {
      return Role.find(value)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "inspector | grid-worker | supervisor | office | administrator | auditor"));
    }
  }

  /** What commands about one account have in common. */
  abstract static class OfAccount extends AdminCommand {
    @Parameters(index = "0", paramLabel = "USER")
    String account = "";
  }

  /** Adds an account, with rights if they are given. */
  @Command(name = "add")
  static final class Add extends OfAccount {
    @Option(names = "--name", paramLabel = "NAME", required = true)
    private String name = "";

    @ArgGroup(exclusive = false, multiplicity = "0..1")
    private @Nullable Rights rights;

    @Override
    int run(Office open) {
      Accounts accounts = open.directory().accounts();
      accounts.create(account, name, open.actor());
      if (rights != null) {
        accounts.grant(account, rights.grant(), open.actor());
      }
      say("admin.user-added", account, name);
      return ExitCode.OK;
    }
  }

  /** Lists the accounts and what each may do. */
  @Command(name = "list")
  static final class ListAll extends AdminCommand {
    @Override
    int run(Office open) {
      Accounts accounts = open.directory().accounts();
      for (Account account : accounts.list()) {
        out()
            .println(
                account.id()
                    + '\t'
                    + account.displayName()
                    + (account.disabled() ? "\t" + texts().text("admin.disabled") : ""));
        for (Grant grant : accounts.listGrants(account.id())) {
          out()
              .println(
                  "  "
                      + grant.bureau()
                      + '\t'
                      + grant.role().wire()
                      + '\t'
                      + grant.unit()
                      + '\t'
                      + grant.division());
        }
      }
      return ExitCode.OK;
    }
  }

  /** Sets a password: a random one, or the first line of the standard input. */
  @Command(name = "password")
  static final class Password extends OfAccount {
    @Option(names = "--password-stdin")
    private boolean fromInput;

    @Override
    boolean readsInput() {
      return fromInput;
    }

    @Override
    int run(Office open) {
      Accounts accounts = open.directory().accounts();
      if (fromInput) {
        try {
          accounts.setPassword(account, input(), open.actor());
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        say("admin.password-set", account);
      } else {
        say("admin.password-is", account, accounts.resetPassword(account, open.actor()));
      }
      return ExitCode.OK;
    }
  }

  /** Grants rights in a bureau, or changes them. */
  @Command(name = "grant")
  static final class Give extends OfAccount {
    @ArgGroup(exclusive = false, multiplicity = "1")
    private Rights rights = new Rights();

    @Override
    int run(Office open) {
      open.directory().accounts().grant(account, rights.grant(), open.actor());
      say("admin.granted", account, rights.bureau, rights.role.wire());
      return ExitCode.OK;
    }
  }

  /** Takes rights in a bureau away. */
  @Command(name = "revoke")
  static final class Revoke extends OfAccount {
    @Option(names = "--bureau", paramLabel = "BUREAU", required = true)
    private String bureau = "";

    @Override
    int run(Office open) {
      open.directory().accounts().revokeGrant(account, bureau, open.actor());
      say("admin.revoked", account, bureau);
      return ExitCode.OK;
    }
  }

  /** Disables an account. */
  @Command(name = "disable")
  static final class Disable extends OfAccount {
    @Override
    int run(Office open) {
      open.directory().accounts().setDisabled(account, true, open.actor());
      say("admin.user-disabled", account);
      return ExitCode.OK;
    }
  }

  /** Enables an account again. */
  @Command(name = "enable")
  static final class Enable extends OfAccount {
    @Override
    int run(Office open) {
      open.directory().accounts().setDisabled(account, false, open.actor());
      say("admin.user-enabled", account);
      return ExitCode.OK;
    }
  }
}
