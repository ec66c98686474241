using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ArtisansCorner.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddChannelRows : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ChannelRows",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ShopId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ChannelId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Source = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Told = table.Column<string>(type: "TEXT", nullable: false),
                    ImportId = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChannelRows", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ChannelRows_Channels_ChannelId",
                        column: x => x.ChannelId,
                        principalTable: "Channels",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ChannelRows_ChannelId",
                table: "ChannelRows",
                column: "ChannelId");

            migrationBuilder.CreateIndex(
                name: "IX_ChannelRows_ImportId_Key",
                table: "ChannelRows",
                columns: new[] { "ImportId", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_ChannelRows_ShopId_ChannelId_Key",
                table: "ChannelRows",
                columns: new[] { "ShopId", "ChannelId", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_ChannelRows_ShopId_ChannelId_Number_ImportId",
                table: "ChannelRows",
                columns: new[] { "ShopId", "ChannelId", "Number", "ImportId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ChannelRows_ShopId_ChannelId_Source_Day",
                table: "ChannelRows",
                columns: new[] { "ShopId", "ChannelId", "Source", "Day" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ChannelRows");
        }
    }
}
