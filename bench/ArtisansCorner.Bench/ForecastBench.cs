using System.Globalization;
using System.Text;
using ArtisansCorner.Analytics;
using CsvHelper;

namespace ArtisansCorner.Bench;

/// <summary>How well the forecast of the running month did on a real seller's year: each month looked at from its 1st, 8th, 15th and 22nd.</summary>
public static class ForecastBench
{
    /// <summary>Runs it.</summary>
    public static async Task RunAsync(Setting setting)
    {
        var net = await NetByDayAsync(await OnlineRetail.FileAsync());
        var first = net.Keys.Min();
        Report.Table("looked at on the", "months", "error of the month, median %", "naive", "within the interval, %");
        foreach (var on in (int[])[1, 8, 15, 22])
        {
            var (errors, naive, within) = (new List<double>(), new List<double>(), 0);
            // The last month of the file ends on its 9th.
            for (var month = new DateOnly(2011, 3, 1); month <= new DateOnly(2011, 11, 1); month = month.AddMonths(1))
            {
                var (today, end) = (month.AddDays(on - 1), month.AddMonths(1));
                long[] past = Between(net, first, today);
                var (soFar, rest) = (Between(net, month, today).Sum(), Between(net, today, end).Sum());
                var outlook = Forecast.Of(first, past, end.DayNumber - today.DayNumber)!;
                errors.Add(100 * Math.Abs(outlook.Expected - rest) / (soFar + rest));
                naive.Add(100 * Math.Abs(past.TakeLast(28).Average() * (end.DayNumber - today.DayNumber) - rest) / (soFar + rest));
                if (rest >= outlook.Low && rest <= outlook.High) within++;
            }

            Report.Row($"{on}.", errors.Count, errors.Order().ElementAt(errors.Count / 2), naive.Order().ElementAt(naive.Count / 2), 100.0 * within / errors.Count);
        }
    }

    private static long[] Between(Dictionary<DateOnly, long> net, DateOnly from, DateOnly to) =>
        [.. Enumerable.Range(0, to.DayNumber - from.DayNumber).Select(i => net.GetValueOrDefault(from.AddDays(i)))];

    private static async Task<Dictionary<DateOnly, long>> NetByDayAsync(string file)
    {
        var net = new Dictionary<DateOnly, long>();
        await using var stream = File.OpenRead(file);
        using var reader = CsvReader.Create(stream, new CsvReaderOptions { Encoding = Encoding.UTF8 });
        reader.Read();
        var (quantity, date, price) = (3, 4, 5);
        while (reader.Read())
        {
            var row = reader.Current.ToArray();
            if (!DateTime.TryParse(row[date], CultureInfo.InvariantCulture, out var at)) continue;
            var day = DateOnly.FromDateTime(at);
            net[day] = net.GetValueOrDefault(day) + (long)(decimal.Parse(row[quantity], CultureInfo.InvariantCulture) * decimal.Parse(row[price], CultureInfo.InvariantCulture) * 100);
        }

        return net;
    }
}
