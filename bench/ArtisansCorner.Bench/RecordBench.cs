using System.Data.Common;
using System.Diagnostics;
using System.Net.Http.Json;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ArtisansCorner.Bench;

/// <summary>Recording a sale by the API: on the disk before it is answered; beside it a bare transaction of as many rows.</summary>
public static class RecordBench
{
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(10);

    // A sale of two lines, a fee, two movements, two levels, two messages.
    private const int RowsOfSale = 9;

    /// <summary>Runs it.</summary>
    public static async Task RunAsync(Setting setting)
    {
        var settings = await setting.EmptyAsync("record");
        await using var product = await setting.StartAsync(settings);
        var owners = new List<Owner>();
        for (var i = 0; i < 16; i++) owners.Add(await StockedAsync(product, i));
        var number = 0;
        void Sell(Connection connection, int client, int i) => SellIn(owners[(client + i) % owners.Count], connection);
        void SellInOne(Connection connection, int client, int i) => SellIn(owners[0], connection);
        void SellIn(Owner owner, Connection connection) => connection.Ask(Connection.Request("POST", owner.Api("sales"), owner.Cookie,
            $$"""{"channel":"Own site","externalId":"N-{{Interlocked.Increment(ref number)}}","lines":[{"sku":"MUG","quantity":1},{"sku":"BOWL","quantity":2}],"shipping":395,"fees":[{"type":"card","amount":80}]}"""));

        Load.Run(product, 4, TimeSpan.FromSeconds(5), int.MaxValue, Sell);
        var bare = Bare(settings);
        Report.Table("recording a sale", "p50 ms", "p95", "p99", "per s", "CPU ms each", "of PostgreSQL", "× bare");
        foreach (var (name, clients, sell) in new (string, int, Action<Connection, int, int>)[]
                 {
                     ("1 client", 1, Sell), ("4 clients, each sale in another of 16 shops", 4, Sell), ("16 clients, the same", 16, Sell),
                     ("4 clients, all in one shop", 4, SellInOne), ("16 clients, all in one shop", 16, SellInOne),
                 })
        {
            var database = setting.DatabaseSeconds();
            var load = Load.Run(product, clients, Time, int.MaxValue, sell);
            Report.Row(name, load.Under(0.5), load.Under(0.95), load.Under(0.99), load.PerSecond, load.ProcessorMilliseconds,
                (setting.DatabaseSeconds() - database) * 1000 / load.Milliseconds.Length, load.Under(0.5) / bare.Under(0.5));
        }

        Report.Row($"bare: one transaction of {RowsOfSale} rows", bare.Under(0.5), bare.Under(0.95), bare.Under(0.99), bare.PerSecond);
    }

    private static async Task<Owner> StockedAsync(RunningProduct product, int number)
    {
        var owner = await Owner.RegisterAsync(product.Address, number);
        using var http = owner.Client(product.Address);
        foreach (var sku in (string[])["MUG", "BOWL"])
        {
            using var made = await http.PostAsJsonAsync("products", new { name = sku, variants = new[] { new { sku, price = 2600 } } });
            made.EnsureSuccessStatusCode();
        }

        return owner;
    }

    /// <summary>The floor: the same number of rows in a table with one key, prepared, one commit to the disk each time.</summary>
    private static Load Bare(Dictionary<string, string> settings)
    {
        using DbConnection connection = settings.TryGetValue("ConnectionStrings__Postgres", out var postgres)
            ? new NpgsqlConnection(postgres)
            : new SqliteConnection($"Data Source={settings["Data__Folder"]}/bare.db");
        connection.Open();
        using var command = connection.CreateCommand();
        if (postgres is null)
        {
            command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;";
            command.ExecuteNonQuery();
        }

        command.CommandText = "CREATE TABLE bare (id bigint PRIMARY KEY, text varchar(200))";
        command.ExecuteNonQuery();
        command.CommandText = "INSERT INTO bare VALUES (@id, @text)";
        var (id, text) = (command.CreateParameter(), command.CreateParameter());
        (id.ParameterName, id.Value, text.ParameterName, text.Value) = ("@id", 0L, "@text", new string('x', 150));
        command.Parameters.AddRange(new[] { id, text });
        command.Prepare();
        var times = new List<double>();
        var clock = Stopwatch.StartNew();
        for (var i = 0L; clock.Elapsed < TimeSpan.FromSeconds(5);)
        {
            var before = Stopwatch.GetTimestamp();
            using var transaction = connection.BeginTransaction();
            command.Transaction = transaction;
            for (var row = 0; row < RowsOfSale; row++)
            {
                id.Value = i++;
                command.ExecuteNonQuery();
            }

            transaction.Commit();
            times.Add(Stopwatch.GetElapsedTime(before).TotalMilliseconds);
        }

        return Load.Of(times, clock.Elapsed.TotalSeconds);
    }
}
