using ArtisansCorner.Ui.Charts;

namespace ArtisansCorner.Tests.Ui;

/// <summary>The labels under a bar chart.</summary>
public sealed class BarLabelTests
{
    [Fact]
    public void The_axis_says_where_it_starts_where_there_is_room()
    {
        var roomy = Plot(major: 5, width: 600);
        Assert.Contains(roomy.Labels, label => label.Text == "0 Mar" && label.X == roomy.X(0));
        // The start of something larger comes first, and stands in the way of the label beside it.
        var tight = Plot(major: 1, width: 300).Labels.Select(label => label.Text).ToList();
        Assert.Contains("1 Mar", tight);
        Assert.DoesNotContain("0 Mar", tight);
    }

    private static BarPlot Plot(int major, int width) =>
        new([.. Enumerable.Range(0, 28).Select(i => new BarChartPoint($"{i} Mar", $"{i} March", 10, "10", Major: i % 7 == major))], (value, _) => $"{value}", width, 200);
}
