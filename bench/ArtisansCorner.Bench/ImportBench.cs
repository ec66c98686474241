using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace ArtisansCorner.Bench;

/// <summary>A large file through the API: how long, how much memory, against reading and loading alone; and how long others wait meanwhile.</summary>
public static class ImportBench
{
    private static readonly TimeSpan Alone = TimeSpan.FromSeconds(5);
    private const int Warming = 20;
    private const int MostInWorkbook = 300_000;
    private const string AsWorkbook = "our own format, as a workbook";
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    /// <summary>Runs it with Online Retail's 541,909 rows; with so many rows of our own format, as CSV and as a workbook, of Shopify's, Stripe's and Etsy's, and of lists, where that is asked for.</summary>
    public static async Task RunAsync(Setting setting)
    {
        if (setting.Rows is not { } rows)
        {
            var file = await OnlineRetail.FileAsync();
            await RunAsync(setting, "Online Retail", file, file);
            return;
        }

        await RunAsync(setting, "our own format", () => ImportFiles.OwnSales(rows));
        await RunAsync(setting, "Shopify orders", () => ImportFiles.ShopifyOrders(rows));
        if (setting.Has(AsWorkbook) && ImportFiles.OwnSales(Math.Min(rows, MostInWorkbook)) is var small) await RunAsync(setting, AsWorkbook, ImportWorkbook.Of(small), small);
        await RunAsync(setting, "Stripe's balance", () => ImportFiles.StripeBalance(rows));
        await RunAsync(setting, "Etsy's payments", () => ImportFiles.EtsyPayments(rows));
        await RunAsync(setting, "our own format, each order another buyer's", () => ImportFiles.OwnSalesOfMany(rows));
        await RunAsync(setting, "our own format of products", () => ImportFiles.OwnProducts(rows));
        await RunAsync(setting, "our own format of expenses", () => ImportFiles.OwnExpenses(rows));
    }

    private static async Task RunAsync(Setting setting, string name, Func<string> make)
    {
        if (setting.Has(name) && make() is var file) await RunAsync(setting, name, file, file);
    }

    // A first import as the process has just begun, and one for another shop after it.
    private static async Task RunAsync(Setting setting, string name, string file, string csv)
    {
        var settings = await setting.EmptyAsync("import " + name);
        await using var product = await setting.StartAsync(settings);
        var other = await Owner.RegisterAsync(product.Address, 9);
        var alone = await LookAsync(product, other, Task.Delay(Alone));
        product.ForgetPeak();
        var (first, firstLooks) = await BesideAsync(product, file, shop: 0, other);
        var (second, secondLooks) = await BesideAsync(product, file, shop: 1, other);
        var (parse, load) = await BareImport.RunAsync(csv, settings);
        TimeSpan? rewrite = setting.OnPostgres ? null : await BareImport.RewriteAsync(Path.Combine(settings["Data__Folder"], "artisans-corner.db"), Path.Combine(settings["Data__Folder"], "rewritten.db"));

        Report.Note($"{name}: {first.Rows:#,0} rows, {new FileInfo(file).Length / 1e6:0.0} MB.");
        Report.Table("step", "first, s", "rows/s", "second, s", "rows/s");
        foreach (var (step, of) in Steps)
            Report.Row(step, of(first).TotalSeconds, first.Rows / of(first).TotalSeconds, of(second).TotalSeconds, second.Rows / of(second).TotalSeconds);
        Report.Table("bare", "s", "rows/s");
        Report.Row("CsvHelper reads every cell", parse.TotalSeconds, first.Rows / parse.TotalSeconds);
        Report.Row($"the rows into one table ({(setting.OnPostgres ? "COPY" : "prepared statement")})", load.TotalSeconds, first.Rows / load.TotalSeconds);
        if (rewrite is { } bare) Report.Row("all rows that both left, into the same tables and indexes", bare.TotalSeconds, 2 * first.Rows / bare.TotalSeconds);
        Report.Table("another shop's dashboard", "looks", "p50 ms", "p95", "p95 × alone");
        foreach (var (when, looks) in new[] { ("alone", alone), ("during the first import", firstLooks), ("during the second", secondLooks) })
            Report.Row(when, looks.Count, Share(looks, 0.5), Share(looks, 0.95), Share(looks, 0.95) / Share(alone, 0.95));
        Report.Note(
            $"First and second: {first.Done / parse:0.0} × and {second.Done / parse:0.0} × bare reading, {first.Done / load:0.0} × and {second.Done / load:0.0} × the bare load, {first.Done / (parse + load):0.0} × and {second.Done / (parse + load):0.0} × both. {first.Processor:0.0} s and {second.Processor:0.0} s of processor; peak memory {first.Peak:0} MB and {second.Peak:0} MB.");
        if (rewrite is { } all) Report.Note($"Together {(first.Done + second.Done) / all:0.0} × what SQLite takes to write the rows that they left.");
    }

    private static async Task<(Measured, IReadOnlyList<double>)> BesideAsync(RunningProduct product, string file, int shop, Owner other)
    {
        var import = MeasureAsync(product, file, shop);
        var looks = await LookAsync(product, other, import);
        return (await import, looks);
    }

    /// <summary>How long another shop's dashboard takes again and again until this is over, in ms, sorted.</summary>
    private static async Task<IReadOnlyList<double>> LookAsync(RunningProduct product, Owner other, Task until)
    {
        using var http = other.Client(product.Address);
        var looks = new List<double>();
        while (!until.IsCompleted)
        {
            var clock = Stopwatch.StartNew();
            using (var answer = await http.GetAsync($"/{other.Slug}")) answer.EnsureSuccessStatusCode();
            looks.Add(clock.Elapsed.TotalMilliseconds);
            await Task.Delay(BetweenLooks);
        }

        // The first looks of a process compile the page.
        return [.. (looks.Count > Warming * 2 ? looks.Skip(Warming) : looks).Order()];
    }

    private static double Share(IReadOnlyList<double> sorted, double share) => sorted[(int)Math.Min(sorted.Count - 1, sorted.Count * share)];

    private static readonly (string Step, Func<Measured, TimeSpan> Of)[] Steps =
    [
        ("upload", times => times.Upload),
        ("read and planned (ready)", times => times.Read - times.Upload),
        ("applied, figures rebuilt (done)", times => times.Done - times.Read),
        ("together", times => times.Done),
    ];

    private static async Task<Measured> MeasureAsync(RunningProduct product, string file, int shop)
    {
        var owner = await Owner.RegisterAsync(product.Address, shop);
        using var http = owner.Client(product.Address);
        var processor = product.ProcessorSeconds();
        var whole = Stopwatch.StartNew();
        var id = await UploadAsync(http, file);
        var upload = whole.Elapsed;
        var ready = await UntilAsync(http, id, "ready");
        var read = whole.Elapsed;
        using (var apply = await http.PostAsync($"imports/{id}/apply", null)) apply.EnsureSuccessStatusCode();
        await UntilAsync(http, id, "done");
        return new Measured(upload, read, whole.Elapsed, (long)ready["rows"]!, product.ProcessorSeconds() - processor, product.Memory("VmHWM"));
    }

    /// <summary>Uploads a file; tells the import's id.</summary>
    public static async Task<string> UploadAsync(HttpClient http, string file)
    {
        await using var stream = File.OpenRead(file);
        using var form = new MultipartFormDataContent();
        using var content = new StreamContent(stream);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        form.Add(content, "file", Path.GetFileName(file));
        using var answer = await http.PostAsync("imports", form);
        answer.EnsureSuccessStatusCode();
        return (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["id"]!;
    }

    /// <summary>Waits until the import stands like this.</summary>
    public static async Task<JsonObject> UntilAsync(HttpClient http, string id, string status)
    {
        while (true)
        {
            var import = (await http.GetFromJsonAsync<JsonObject>($"imports/{id}"))!;
            if ((string)import["status"]! == status) return import;
            if ((string)import["status"]! == "failed") throw new InvalidOperationException($"The import failed: {import["error"]}");
            await Task.Delay(50);
        }
    }

    /// <summary>One import: when each step was over, and what it took.</summary>
    private sealed record Measured(TimeSpan Upload, TimeSpan Read, TimeSpan Done, long Rows, double Processor, double Peak);
}
