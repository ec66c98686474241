using ArtisansCorner.Analytics;
using CsCheck;

namespace ArtisansCorner.Tests.Analytics;

public sealed class ForecastTests
{
    private static readonly DateOnly Monday = new(2025, 1, 6);

    [Fact]
    public void What_never_changes_goes_on() =>
        Assert.Equal(new Outlook(5000, 5000, 5000), Forecast.Of(Monday, [.. Enumerable.Repeat(1000L, 80)], 5));

    [Fact]
    public void The_rhythm_of_the_week_goes_on()
    {
        long[] week = [100, 200, 300, 400, 500, 900, 0];
        var outlook = Forecast.Of(Monday, [.. Enumerable.Range(0, 84).Select(day => week[day % 7])], 6)!;
        Assert.Equal(2400, outlook.Expected, 6);
        Assert.Equal(2400, outlook.Low, 6);
    }

    [Fact]
    public void With_two_years_the_months_have_their_share()
    {
        // December sells three times as much as any other month.
        var first = new DateOnly(2023, 12, 1);
        long[] days = [.. Enumerable.Range(0, 731).Select(i => first.AddDays(i).Month == 12 ? 3000L : 1000L)];
        Assert.Equal(new DateOnly(2025, 12, 1), first.AddDays(days.Length));
        var outlook = Forecast.Of(first, days, 31)!;
        Assert.InRange(outlook.Expected, 0.9 * 31 * 3000, 1.1 * 31 * 3000);
    }

    [Fact]
    public void Eight_weeks_are_the_least_to_learn_from()
    {
        Assert.Null(Forecast.Of(Monday, [.. Enumerable.Repeat(1000L, 55)], 5));
        Assert.NotNull(Forecast.Of(Monday, [.. Enumerable.Repeat(1000L, 56)], 5));
    }

    [Fact]
    public void About_eight_in_ten_of_what_came_lie_within_the_interval()
    {
        // Shops whose level wanders as the method supposes, with errors as they are on good and bad days.
        var random = new Random(7);
        var within = Enumerable.Range(0, 300).Count(_ =>
        {
            var level = 20_000.0;
            long[] days = [.. Enumerable.Range(0, 230).Select(i =>
            {
                var error = 2_000 * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
                var day = level + (i % 7 == 5 ? 6_000 : 0) + error;
                level += 0.1 * error;
                return (long)day;
            })];
            var outlook = Forecast.Of(Monday, days[..210], 20)!;
            var came = days[210..].Sum();
            return came >= outlook.Low && came <= outlook.High;
        });
        Assert.InRange(within, 210, 264);
    }

    [Fact]
    public void The_interval_is_around_the_mean_whatever_came_before() =>
        Gen.Select(Gen.Long[-5_000, 100_000].Array[56, 900], Gen.Int[1, 31]).Sample((days, ahead) =>
        {
            var outlook = Forecast.Of(Monday, days, ahead)!;
            return outlook.Low <= outlook.Expected && outlook.Expected <= outlook.High && double.IsFinite(outlook.High);
        });
}
