using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ArtisansCorner.Tests.Harness;

/// <summary>
/// A PostgreSQL server of our own, empty, that vanishes after the run. It is reached through a socket in its folder, so it needs no port;
/// it sorts text as a German or American would, not by code point, so that what relies on an order by code point is found out.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private readonly string folder;
    private readonly Daemon server;
    private readonly Lazy<Task<string>> migrated;

    private PostgresCluster(string folder, Daemon server)
    {
        (this.folder, this.server) = (folder, server);
        migrated = new Lazy<Task<string>>(MakeMigratedAsync);
    }

    /// <summary>Makes and starts one; takes about two seconds.</summary>
    public static async Task<PostgresCluster> StartAsync()
    {
        var programs = FindPrograms() ?? throw new InvalidOperationException(
            "PostgreSQL is not installed, and every test runs on it too: scripts/setup installs it on Debian; elsewhere install PostgreSQL 15 or later.");
        var user = Daemon.AreWeRoot ? "postgres" : null;
        var folder = Directory.CreateTempSubdirectory("artisans-pg-").FullName;
        if (user is not null) await Daemon.RunAsync(null, "chown", user, folder);

        var data = Path.Combine(folder, "data");
        await Daemon.RunAsync(
            user, Path.Combine(programs, "initdb"), "--no-sync", "--auth=trust", "--username=postgres", "--encoding=UTF8",
            "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=en-US", "-D", data);
        var server = Daemon.Start(
            Path.Combine(folder, "log"), "INT", user, Path.Combine(programs, "postgres"), "-D", data, "-k", folder,
            "-c", "listen_addresses=", "-c", "fsync=off", "-c", "full_page_writes=off", "-c", "max_connections=600");
        var cluster = new PostgresCluster(folder, server);
        await cluster.AnswersAsync();
        return cluster;
    }

    /// <summary>Creates an empty database and tells how to reach it.</summary>
    public Task<string> CreateDatabaseAsync(string name) => CreateAsync(name, "template1");

    /// <summary>Creates a database with the product's tables, empty, and tells how to reach it.</summary>
    public async Task<string> CopyMigratedAsync(string name) => await CreateAsync(name, await migrated.Value);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    // Made once for all apps, and left: what is copied has no connections. That the product itself goes through all migrations is seen where it
    // starts as a process of its own.
    private async Task<string> MakeMigratedAsync()
    {
        const string name = "migrated";
        var options = new DbContextOptionsBuilder<PostgresDb>();
        options.UsePostgres(new NpgsqlConnectionStringBuilder(await CreateDatabaseAsync(name)) { Pooling = false }.ConnectionString);
        await using var db = new PostgresDb(options.Options);
        await db.Database.MigrateAsync();
        return name;
    }

    private async Task<string> CreateAsync(string name, string template)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionTo("postgres"));
        await using var create = source.CreateCommand($"CREATE DATABASE \"{name}\" TEMPLATE \"{template}\"");
        await create.ExecuteNonQueryAsync();
        return ConnectionTo(name);
    }

    private string ConnectionTo(string database) =>
        new NpgsqlConnectionStringBuilder { Host = folder, Username = "postgres", Database = database, IncludeErrorDetail = true }.ConnectionString;

    private Task AnswersAsync() => Eventually.PassesAsync(async () =>
    {
        try
        {
            await using var connection = new NpgsqlConnection(ConnectionTo("postgres"));
            await connection.OpenAsync();
        }
        catch (NpgsqlException problem)
        {
            Assert.Fail($"PostgreSQL does not answer: {problem.Message}\n{server.Log}");
        }
    });

    private static string? FindPrograms()
    {
        var debian = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(version => int.TryParse(Path.GetFileName(version), out var number) ? number : 0)
            : Enumerable.Empty<string>();
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return debian.Select(version => Path.Combine(version, "bin")).Concat(path).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")));
    }
}
