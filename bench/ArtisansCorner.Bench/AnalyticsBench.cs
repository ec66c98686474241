using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ArtisansCorner.Bench;

/// <summary>The figures of a million sales, or as many as are asked for, in 100 shops: how long answers take, warm and after a change, with 1 and 16 clients.</summary>
public static class AnalyticsBench
{
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    // With ten million sales a minute was too short to ask every shop once.
    private static readonly TimeSpan AtMost = TimeSpan.FromMinutes(15);
    private const string AnalyticsPage = "analytics page, 28 days";
    private const string YearPage = "dashboard page, a year";

    // These pages give a browser a cookie; who does not keep it is never answered from memory.
    private const string FirstVisit = "a browser's first visit";

    /// <summary>Runs it.</summary>
    public static async Task RunAsync(Setting setting)
    {
        var (settings, owners) = await Seed.OpenAsync(setting, setting.Sales);
        Report.Note($"{setting.Sales:N0} sales in {Seed.Shops} shops, {Seed.SalesOf(0, setting.Sales):N0} of them in the largest.");
        await using var product = await setting.StartAsync(settings);
        var last = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var year = string.Create(CultureInfo.InvariantCulture, $"from={last.AddYears(-1).AddDays(1):yyyy-MM-dd}&to={last:yyyy-MM-dd}");
        (string Name, Func<Owner, string> Path)[] asked =
        [
            ("bare: /healthz/live", _ => "/healthz/live"),
            ("summary, a year, compared", owner => owner.Api($"analytics/summary?{year}&compare=previous")),
            ("series, a year by day", owner => owner.Api($"analytics/series?{year}&bucket=day")),
            ("products, a year", owner => owner.Api($"analytics/products?{year}")),
            ("channels, a year", owner => owner.Api($"analytics/channels?{year}")),
            ("summary, a year, one channel", owner => owner.Api($"analytics/summary?{year}&channel=Etsy")),
            ("breakdown, a year, by product", owner => owner.Api($"analytics/breakdown?{year}&by=product")),
            ("breakdown, a year, by country", owner => owner.Api($"analytics/breakdown?{year}&by=country")),
            ("trend", owner => owner.Api("analytics/trend")),
            ("heat map, a year", owner => owner.Api($"analytics/heatmap?{year}")),
            ("sales, the latest 50", owner => owner.Api("sales")),
            ("dashboard page, 28 days", owner => $"/{owner.Slug}"),
            ("sales of one channel", owner => owner.Api("sales?channel=Etsy")),
            (AnalyticsPage, owner => $"/{owner.Slug}/analytics"),
            (YearPage, owner => $"/{owner.Slug}?{year}&compare=previous&by=week"),
            ($"{AnalyticsPage}, {FirstVisit}", owner => $"/{owner.Slug}/analytics"),
            ($"{YearPage}, {FirstVisit}", owner => $"/{owner.Slug}?{year}&compare=previous&by=week"),
        ];
        var requests = new List<List<byte[]>>();
        foreach (var (name, path) in asked)
        {
            var some = new List<byte[]>();
            foreach (var owner in owners)
                some.Add(Connection.Request("GET", path(owner), name is AnalyticsPage or YearPage ? await owner.CookiesAfterAsync(product.Address, path(owner)) : owner.Cookie));
            requests.Add(some);
        }

        // Warm is: compiled, and asked before in every shop.
        foreach (var some in requests)
        {
            Load.Run(product, 1, AtMost, owners.Count, (connection, _, i) => connection.Ask(some[i]));
            Load.Run(product, 4, WarmUp, some);
        }

        var bare = requests.Select(some => Load.Run(product, 1, Time, some)).ToList();
        var row = RowByKey(settings, owners);
        Report.Table("warm, 1 client", "p50 ms", "p95", "p99", "per s", "CPU ms each", "bytes", "× bare", "× row");
        foreach (var (one, load) in asked.Zip(bare)) Tell(one.Name, load, bare[0], row);
        Report.Row("one row by its key, ADO", row.Under(0.5), row.Under(0.95), row.Under(0.99), row.PerSecond);

        var many = requests.Select(some => Load.Run(product, 16, Time, some)).ToList();
        Report.Table("warm, 16 clients", "p50 ms", "p95", "p99", "per s", "CPU ms each", "bytes", "× bare", "× row");
        foreach (var (one, load) in asked.Zip(many)) Tell(one.Name, load, many[0], row);

        Report.Table("first answer after a change of the shop", "p50 ms", "p95", "p99");
        foreach (var (one, some) in asked.Zip(requests).Skip(1))
        {
            await ChangeAsync(product, owners);
            var cold = Load.Run(product, 1, AtMost, owners.Count, (connection, _, i) => connection.Ask(some[i]));
            Report.Row(one.Name, cold.Under(0.5), cold.Under(0.95), cold.Under(0.99));
        }

        Report.Note($"Memory of the product afterwards: {product.Memory("VmRSS"):0} MB, at most {product.Memory("VmHWM"):0} MB.");
    }

    private static void Tell(string name, Load load, Load bare, Load row) => Report.Row(
        name, load.Under(0.5), load.Under(0.95), load.Under(0.99), load.PerSecond, load.ProcessorMilliseconds, load.Bytes, load.Under(0.5) / bare.Under(0.5), load.Under(0.5) / row.Under(0.5));

    /// <summary>Records a sale in each shop and waits until its figures tell of it.</summary>
    private static async Task ChangeAsync(RunningProduct product, IReadOnlyList<Owner> owners)
    {
        await Parallel.ForEachAsync(owners, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (owner, cancel) =>
        {
            using var http = owner.Client(product.Address);
            using var answer = await http.PostAsJsonAsync("sales", new { channel = "Fair", lines = new[] { new { sku = "P-1", quantity = 1 } } }, cancel);
            answer.EnsureSuccessStatusCode();
        });
        // The worker delivers in order and is idle when nothing takes the processor any more.
        for (var before = -1.0; product.ProcessorSeconds() - before > 0.02; await Task.Delay(500)) before = product.ProcessorSeconds();
    }

    /// <summary>The floor: one row of a day by its primary key, by a prepared statement on an open connection, with nothing else.</summary>
    private static Load RowByKey(Dictionary<string, string> settings, IReadOnlyList<Owner> owners)
    {
        using DbConnection connection = settings.TryGetValue("ConnectionStrings__Postgres", out var postgres)
            ? new NpgsqlConnection(postgres)
            : new SqliteConnection($"Data Source={settings["Data__Folder"]}/artisans-corner.db;Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT \"Number\" FROM \"SalesRevisions\" WHERE \"ShopId\" = @shop";
        var shop = command.CreateParameter();
        shop.ParameterName = "@shop";
        command.Parameters.Add(shop);
        var times = new List<double>();
        var clock = Stopwatch.StartNew();
        for (var i = 0; clock.Elapsed < TimeSpan.FromSeconds(4); i++)
        {
            var id = owners[i % owners.Count].ShopId;
            shop.Value = postgres is null ? id.ToByteArray(bigEndian: true) : id;
            if (i == 0) command.Prepare();
            var before = Stopwatch.GetTimestamp();
            if (command.ExecuteScalar() is not long) throw new InvalidOperationException("A shop has no revision.");
            times.Add(Stopwatch.GetElapsedTime(before).TotalMilliseconds);
        }

        return Load.Of(times, clock.Elapsed.TotalSeconds);
    }
}
