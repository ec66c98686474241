using System.Diagnostics;

namespace ArtisansCorner.Bench;

/// <summary>Asks with a number of clients at once, each waiting for its answer before it asks again, and tells how long answers took.</summary>
public sealed record Load(double[] Milliseconds, double Seconds, double ProcessorMilliseconds, int Bytes)
{
    /// <summary>Requests answered in a second.</summary>
    public double PerSecond => Milliseconds.Length / Seconds;

    /// <summary>The time under which this share of answers came, in milliseconds.</summary>
    public double Under(double share) => Milliseconds[Math.Min(Milliseconds.Length - 1, (int)(Milliseconds.Length * share))];

    /// <summary>Times as this class keeps them.</summary>
    public static Load Of(IEnumerable<double> milliseconds, double seconds = 1) => new([.. milliseconds.Order()], seconds, 0, 0);

    /// <summary>Runs for so long, each client going through the requests from a place of its own.</summary>
    public static Load Run(RunningProduct product, int clients, TimeSpan time, IReadOnlyList<byte[]> requests) =>
        Run(product, clients, time, int.MaxValue, (connection, client, i) => connection.Ask(requests[(client * 37 + i) % requests.Count]));

    /// <summary>Runs for so long, or until each client has asked so often.</summary>
    public static Load Run(RunningProduct product, int clients, TimeSpan time, int most, Action<Connection, int, int> ask)
    {
        var times = new List<double>[clients];
        var bytes = 0;
        var processor = product.ProcessorSeconds();
        var clock = Stopwatch.StartNew();
        var threads = Enumerable.Range(0, clients).Select(client => new Thread(() =>
        {
            using var connection = new Connection(product.Address);
            var mine = times[client] = [];
            for (var i = 0; i < most && clock.Elapsed < time; i++)
            {
                var before = Stopwatch.GetTimestamp();
                ask(connection, client, i);
                mine.Add(Stopwatch.GetElapsedTime(before).TotalMilliseconds);
                bytes = connection.Length;
            }
        })).ToList();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
        var seconds = clock.Elapsed.TotalSeconds;
        var all = times.SelectMany(mine => mine).Order().ToArray();
        return new Load(all, seconds, (product.ProcessorSeconds() - processor) * 1000 / all.Length, bytes);
    }
}
