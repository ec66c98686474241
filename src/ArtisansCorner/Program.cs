using ArtisansCorner.Platform.Database;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDatabase(builder.Configuration, "data");
var app = builder.Build();
app.Run();
