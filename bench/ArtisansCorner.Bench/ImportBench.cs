using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace ArtisansCorner.Bench;

/// <summary>The 541,909 rows of UCI Online Retail through the API: how long, how much memory, against reading and loading alone.</summary>
public static class ImportBench
{
    /// <summary>Runs it.</summary>
    public static async Task RunAsync(Setting setting)
    {
        var file = await OnlineRetail.FileAsync();
        var settings = await setting.EmptyAsync("import");
        await using var product = await setting.StartAsync(settings);
        var owner = await Owner.RegisterAsync(product.Address, 0);
        using var http = owner.Client(product.Address);
        product.ForgetPeak();

        var processor = product.ProcessorSeconds();
        var whole = Stopwatch.StartNew();
        var id = await UploadAsync(http, file);
        var upload = whole.Elapsed;
        var ready = await UntilAsync(http, id, "ready");
        var read = whole.Elapsed;
        using (var apply = await http.PostAsync($"imports/{id}/apply", null)) apply.EnsureSuccessStatusCode();
        await UntilAsync(http, id, "done");
        var done = whole.Elapsed;
        processor = product.ProcessorSeconds() - processor;
        var peak = product.Memory("VmHWM");
        // The figures follow the commit.
        for (var before = -1.0; product.ProcessorSeconds() - before > 0.02; await Task.Delay(250)) before = product.ProcessorSeconds();
        var shown = whole.Elapsed - TimeSpan.FromMilliseconds(250);

        var rows = (long)ready["rows"]!;
        var (parse, load) = await OnlineRetail.BareAsync(file, settings);
        Report.Table("step", "s", "rows/s");
        foreach (var (step, time) in ((string, TimeSpan)[])[("upload", upload), ("read and planned (ready)", read - upload), ("applied (done)", done - read), ("together", done), ("and figures rebuilt", shown)])
            Report.Row(step, time.TotalSeconds, rows / time.TotalSeconds);
        Report.Row("bare: CsvHelper reads every cell", parse.TotalSeconds, rows / parse.TotalSeconds);
        Report.Row($"bare: the rows into one table ({(setting.OnPostgres ? "COPY" : "prepared statement")})", load.TotalSeconds, rows / load.TotalSeconds);
        Report.Note($"Together: {done / load:0.0} × the bare load, {done / (parse + load):0.0} × bare reading and loading. {processor:0.0} s of processor; peak memory {peak:0} MB, {product.Memory("VmHWM"):0} MB with the figures.");
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
}
