using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace ArtisansCorner.Bench;

/// <summary>The 541,909 rows of UCI Online Retail through the API: how long, how much memory, against reading and loading alone.</summary>
public static class ImportBench
{
    /// <summary>Runs it: a first import as the process has just begun, and one for another shop after it.</summary>
    public static async Task RunAsync(Setting setting)
    {
        var file = await OnlineRetail.FileAsync();
        var settings = await setting.EmptyAsync("import");
        await using var product = await setting.StartAsync(settings);
        product.ForgetPeak();
        var first = await MeasureAsync(product, file, shop: 0);
        var second = await MeasureAsync(product, file, shop: 1);
        var (parse, load) = await OnlineRetail.BareAsync(file, settings);

        Report.Table("step", "first, s", "rows/s", "second, s", "rows/s");
        foreach (var (step, of) in Steps)
            Report.Row(step, of(first).TotalSeconds, first.Rows / of(first).TotalSeconds, of(second).TotalSeconds, second.Rows / of(second).TotalSeconds);
        Report.Table("bare", "s", "rows/s");
        Report.Row("CsvHelper reads every cell", parse.TotalSeconds, first.Rows / parse.TotalSeconds);
        Report.Row($"the rows into one table ({(setting.OnPostgres ? "COPY" : "prepared statement")})", load.TotalSeconds, first.Rows / load.TotalSeconds);
        Report.Note(
            $"First and second: {first.Done / load:0.0} × and {second.Done / load:0.0} × the bare load, {first.Done / (parse + load):0.0} × and {second.Done / (parse + load):0.0} × bare reading and loading. {first.Processor:0.0} s and {second.Processor:0.0} s of processor; peak memory {first.Peak:0} MB and {second.Peak:0} MB.");
    }

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
