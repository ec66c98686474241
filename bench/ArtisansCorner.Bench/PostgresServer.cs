using ArtisansCorner.Tests.Harness;
using Npgsql;

namespace ArtisansCorner.Bench;

/// <summary>A PostgreSQL server with its usual settings (a commit is on the disk), reached through a socket beside its data.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const int Socket = 5432;
    private readonly Daemon server;
    private readonly string data;

    private PostgresServer(Daemon server, string connection, string data) => (this.server, Connection, this.data) = (server, connection, data);

    /// <summary>How to reach its database.</summary>
    public string Connection { get; }

    /// <summary>Starts the server whose data lie in this folder; makes them first when there are none.</summary>
    public static async Task<PostgresServer> StartAsync(string folder)
    {
        var programs = Directory.GetDirectories("/usr/lib/postgresql").Order().Last() + "/bin/";
        var user = Daemon.AreWeRoot ? "postgres" : null;
        var data = Path.Combine(folder, "data");
        var isNew = !Directory.Exists(data);
        if (isNew)
        {
            Directory.CreateDirectory(folder);
            if (user is not null)
            {
                await Daemon.RunAsync(null, "chown", user, folder);
                await Daemon.RunAsync(null, "chmod", "a+x", Path.GetDirectoryName(folder)!);
            }

            await Daemon.RunAsync(user, programs + "initdb", "--no-sync", "--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C.UTF-8", "-D", data);
        }

        File.Delete(Path.Combine(data, "postmaster.pid"));
        var server = Daemon.Start(Path.Combine(folder, "log"), "INT", user, programs + "postgres", "-D", data, "-k", folder, "-c", "listen_addresses=");
        var connection = new NpgsqlConnectionStringBuilder { Host = folder, Port = Socket, Username = "postgres", Database = "postgres" }.ConnectionString;
        for (var tries = 0; !await AnswersAsync(connection); tries++)
        {
            if (tries > 300) throw new InvalidOperationException($"PostgreSQL does not answer.\n{server.Log}");
            await Task.Delay(100);
        }

        return new PostgresServer(server, connection, data);
    }

    /// <summary>Seconds of processor time that the server and all of its processes used so far.</summary>
    public double ProcessorSeconds()
    {
        var main = File.ReadLines(Path.Combine(data, "postmaster.pid")).First();
        // Of the server itself with those of its processes that have ended.
        var ticks = Fields(main).Skip(11).Take(4).Sum(long.Parse);
        foreach (var process in Directory.EnumerateDirectories("/proc").Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0])))
        {
            var fields = Fields(Path.GetFileName(process));
            if (fields.Length > 12 && fields[1] == main) ticks += fields.Skip(11).Take(2).Sum(long.Parse);
        }

        return ticks / 100.0;
    }

    private static string[] Fields(string process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return [];
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        return server.DisposeAsync();
    }

    private static async Task<bool> AnswersAsync(string address)
    {
        try
        {
            await using var connection = new NpgsqlConnection(address);
            await connection.OpenAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
