using System.Net;
using ArtisansCorner.Tests.Harness;
using ArtisansCorner.Webhooks;

namespace ArtisansCorner.Tests.Webhooks;

/// <summary>No event is sent into a private network, whatever the address says.</summary>
public sealed class PublicAddressTests(AppOnSqlite app)
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("100.127.255.255")]
    [InlineData("224.0.0.1")]
    [InlineData("239.255.255.250")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::7f00:1")]
    [InlineData("fc00::1")]
    [InlineData("fd12:3456::1")]
    [InlineData("fe80::1")]
    [InlineData("ff02::1")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("2002:a00:1::1")]
    [InlineData("2001:0:53aa:64c::1")]
    public void An_address_inside_is_none_of_the_public_internet(string address) => Assert.False(PublicAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.1")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.1")]
    [InlineData("192.167.255.255")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("2606:4700:4700::1111")]
    [InlineData("2a00:1450:4001::1")]
    public void Other_addresses_are(string address) => Assert.True(PublicAddress.Is(IPAddress.Parse(address)));

    [Fact]
    public async Task A_name_that_leads_inside_is_found_out_when_it_is_connected_to()
    {
        await using var receiver = await Receiver.StartAsync();
        using var guarded = new SendWebhook(new WebhookSettings(AllowInsecure: true, AllowPrivate: false), TimeProvider.System);
        foreach (var host in (string[])["localhost", "127.0.0.1"])
        {
            var outcome = await guarded.RunAsync(receiver.Url.Replace("127.0.0.1", host, StringComparison.Ordinal), "ping", "{}", "t=1", TestContext.Current.CancellationToken);
            Assert.Equal((null, SendWebhook.Private), (outcome.StatusCode, outcome.Failure));
        }

        Assert.Empty(receiver.All);
        using var open = new SendWebhook(new WebhookSettings(AllowInsecure: true, AllowPrivate: true), TimeProvider.System);
        Assert.True((await open.RunAsync(receiver.Url, "ping", "{}", "t=1", TestContext.Current.CancellationToken)).Succeeded);
    }

    [Theory]
    [InlineData("https://localhost/hook")]
    [InlineData("https://127.1/hook")]
    [InlineData("https://2130706433/hook")]
    [InlineData("https://0x7f000001/hook")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://[::1]/hook")]
    [InlineData("https://[::ffff:192.168.0.1]/hook")]
    [InlineData("http://example.com/hook")]
    public async Task An_installation_takes_no_address_that_is_inside_or_insecure(string url)
    {
        await using var strict = app.Another(("Webhooks:AllowInsecure", "false"), ("Webhooks:AllowPrivate", "false"));
        var shop = await strict.OpenShopAsync();
        (await shop.PostAsync("webhooks", new { url, events = new[] { "stock.low" } })).Refuses(422, "url");
    }
}
