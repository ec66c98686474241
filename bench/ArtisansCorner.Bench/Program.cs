using ArtisansCorner.Bench;

// dotnet run -c Release --project bench/ArtisansCorner.Bench -- import|analytics|record|live|page|forecast|stock|search [--postgres] [--sales=10000000] [--rows=1000000] [--of=expenses] [--no-build]
var postgres = args.Contains("--postgres");
Func<Setting, Task>? bench = args.FirstOrDefault() switch
{
    "import" => ImportBench.RunAsync,
    "analytics" => AnalyticsBench.RunAsync,
    "record" => RecordBench.RunAsync,
    "live" => LiveBench.RunAsync,
    "page" => PageBench.RunAsync,
    "forecast" => ForecastBench.RunAsync,
    "stock" => StockBench.RunAsync,
    "search" => SearchBench.RunAsync,
    _ => null,
};
if (bench is null)
{
    Console.Error.WriteLine("Say which bench: import, analytics, record, live, page, forecast, stock or search; and --postgres to run it there, --sales=10000000 for so many sales, --rows=1000000 for so many rows to import, --of=expenses for the files of that name alone, --no-build to run what was published last.");
    return 2;
}

Report.Begin(args[0], postgres);
if (!args.Contains("--no-build")) await RunningProduct.PublishAsync();
await using var setting = new Setting(postgres, Number("--sales=") ?? 1_000_000, Number("--rows="), Text("--of="));
await bench(setting);
return 0;

int? Number(string option) => Text(option) is { } said ? int.Parse(said, System.Globalization.CultureInfo.InvariantCulture) : null;

string? Text(string option) => args.FirstOrDefault(word => word.StartsWith(option, StringComparison.Ordinal))?[option.Length..];
